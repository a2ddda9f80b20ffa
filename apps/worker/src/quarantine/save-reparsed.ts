import {
  deleteConsents,
  insertMedia,
  listMediaPlaces,
  recountConversations,
  replaceParticipants,
  replaceSearchTokens,
  saveConsents,
  saveConversations,
  savePeople,
  saveRooms,
  updateMedia,
  updateMessages,
  type MessageToParse,
  type TenantTx,
} from '@highwater/db';
import type { ConnectionId, MediaId, TenantId } from '@highwater/domain';
import { PARSER_VERSION } from '@highwater/wecom';
import type { ChainDeps } from '../deps.ts';
import type { MessageRows } from '../open/derive-message.ts';
import { gatherStubs } from '../open/gather-stubs.ts';
import type { MessageKeys } from '../open/message-keys.ts';
import { matchMedia } from './match-media.ts';

/** After this the sweep looks after a file whose job was lost. */
const MEDIA_JOB_LOST_MS = 15 * 60_000;

/** A message and what it became. */
export interface Reparsed {
  readonly stored: MessageToParse;
  readonly rows: MessageRows;
}

interface Place {
  readonly tenantId: TenantId;
  readonly connectionId: ConnectionId;
}

/** Writes what messages became over what they were: columns, people, conversations, files, consents and tokens. */
export async function saveReparsed(
  deps: Pick<ChainDeps, 'enqueueMany'>,
  tx: TenantTx,
  keys: MessageKeys,
  place: Place,
  batch: readonly Reparsed[],
  now: number,
): Promise<void> {
  const { connectionId } = place;
  const all = batch.map(({ rows }) => rows);
  const ids = all.map(({ message }) => message.messageId);
  await updateMessages(
    tx,
    all.map(({ message }) => ({
      ...message,
      parserVersion: PARSER_VERSION,
      unknownType: message.unknownType ?? null,
    })),
  );
  const lost = await replaceParticipants(
    tx,
    ids,
    all.flatMap(({ message: { messageId, sentAt }, people }) =>
      people.map((personKey) => ({ messageId, personKey, sentAt })),
    ),
  );
  await deleteConsents(
    tx,
    all.flatMap(({ consent, message }) => (consent === null ? [message.messageId] : [])),
  );
  await saveConsents(
    tx,
    connectionId,
    all.flatMap(({ consent }) => consent ?? []),
  );
  const stubs = gatherStubs(all);
  await saveConversations(tx, connectionId, stubs.conversations);
  await savePeople(tx, connectionId, stubs.people);
  await saveRooms(tx, connectionId, stubs.rooms);
  const left = batch.filter(
    ({ stored, rows: { message } }) =>
      stored.conversationId !== message.conversationId ||
      stored.sentAt !== message.sentAt ||
      lost.has(message.messageId),
  );
  await recountConversations(tx, [...new Set(left.map(({ stored }) => stored.conversationId))]);
  await replaceSearchTokens(
    tx,
    all.map(({ message: { messageId, sentAt }, tokens }) => ({ messageId, sentAt, tokens })),
  );
  await saveFiles(deps, tx, keys, place, all, now);
}

async function saveFiles(
  deps: Pick<ChainDeps, 'enqueueMany'>,
  tx: TenantTx,
  keys: MessageKeys,
  { tenantId, connectionId }: Place,
  all: readonly MessageRows[],
  now: number,
): Promise<void> {
  const places = await listMediaPlaces(
    tx,
    all.map(({ message }) => message.messageId),
  );
  const ofMessage = Map.groupBy(places, ({ messageId }) => messageId);
  const matched = all.map(({ message, media }) => matchMedia(keys, ofMessage.get(message.messageId) ?? [], media));
  const nextTryAt = now + MEDIA_JOB_LOST_MS;
  const found = await updateMedia(
    tx,
    matched.flatMap(({ known }) => known),
    nextTryAt,
  );
  const fresh = matched.flatMap(({ fresh: files }) => files);
  const added = await insertMedia(tx, connectionId, fresh, nextTryAt);
  const wanted: MediaId[] = [
    ...found,
    ...fresh.filter(({ state, mediaId }) => state === 'wanted' && added.has(mediaId)).map(({ mediaId }) => mediaId),
  ];
  await deps.enqueueMany(
    tx,
    'fetch-media',
    wanted.map((mediaId) => ({ tenantId, mediaId })),
  );
}

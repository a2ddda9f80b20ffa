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
  type SearchRow,
  type TenantTx,
} from '@highwater/db';
import type { ConnectionId, TenantId } from '@highwater/domain';
import { PARSER_VERSION } from '@highwater/wecom';
import { joinTokens } from '../copies/join-tokens.ts';
import { readFileTexts } from '../copies/read-file-texts.ts';
import type { ChainDeps } from '../deps.ts';
import { enqueueLanes } from '../media/enqueue-lanes.ts';
import type { MessageRows } from '../open/derive-message.ts';
import { gatherStubs } from '../open/gather-stubs.ts';
import type { MessageKeys } from '../open/message-keys.ts';
import { matchMedia } from './match-media.ts';

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
    all.flatMap(({ message: { messageId, conversationId, sentAt }, people }) =>
      people.map((personKey) => ({ messageId, conversationId, personKey, sentAt })),
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
  // The messages' rows are locked by now: a text that comes to a file meanwhile waits, and then writes both.
  const textsOf = await readFileTexts(tx, keys, ids);
  const tokens: SearchRow[] = [];
  for (const { message, tokens: own, facts } of all) {
    const { messageId, sentAt } = message;
    const texts = await textsOf(messageId);
    tokens.push({
      messageId,
      sentAt,
      facts,
      tokens: texts.length === 0 ? own : joinTokens(own, keys.hashTexts(texts)),
    });
  }
  await replaceSearchTokens(tx, tokens);
  await saveFiles(deps, tx, keys, place, all, now);
}

async function saveFiles(
  deps: Pick<ChainDeps, 'enqueueMany'>,
  tx: TenantTx,
  keys: MessageKeys,
  { connectionId }: Place,
  all: readonly MessageRows[],
  now: number,
): Promise<void> {
  const places = await listMediaPlaces(
    tx,
    all.map(({ message }) => message.messageId),
  );
  const ofMessage = Map.groupBy(places, ({ messageId }) => messageId);
  const matched = all.map(({ message, media }) => matchMedia(keys, ofMessage.get(message.messageId) ?? [], media));
  const known = matched.flatMap(({ known: files }) => files);
  const found = await updateMedia(tx, known, now);
  const fresh = matched.flatMap(({ fresh: files }) => files);
  const added = await insertMedia(tx, connectionId, fresh, now);
  await enqueueLanes(deps, tx, connectionId, [
    ...known.filter(({ mediaId }) => found.has(mediaId)),
    ...fresh.filter(({ state, mediaId }) => state === 'wanted' && added.has(mediaId)),
  ]);
}

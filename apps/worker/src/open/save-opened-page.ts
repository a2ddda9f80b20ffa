import {
  bindConnectionKey,
  insertMedia,
  insertMessages,
  insertParticipants,
  insertSearchTokens,
  inTenant,
  isFed,
  listOpeningKeys,
  lockOpening,
  saveConsents,
  saveConversations,
  saveEnvelopes,
  savePeople,
  saveRooms,
  type TenantTx,
} from '@highwater/db';
import type { ConnectionId, KeyId, MessageId, TenantId } from '@highwater/domain';
import { startReopening } from '../quarantine/start-reopening.ts';
import { BULK_PRIORITY } from '@highwater/jobs';
import type { ChainDeps } from '../deps.ts';
import { enqueueLanes } from '../media/enqueue-lanes.ts';
import { cleanText } from './clean-text.ts';
import type { MessageRows } from './derive-message.ts';
import { gatherStubs } from './gather-stubs.ts';
import type { EnvelopeOutcome } from './opened-page.ts';
import type { OpenedWithRing } from './open-with-ring.ts';
import { reportOpening } from './report-opening.ts';

export interface PageAddress {
  readonly tenantId: TenantId;
  readonly connectionId: ConnectionId;
  readonly pageNo: number;
}

/** Keeps everything that a page's envelopes became, in one transaction, and the jobs that follow from it. */
export async function saveOpenedPage(
  deps: ChainDeps,
  page: PageAddress,
  outcomes: readonly EnvelopeOutcome[],
  { proven, tried }: Pick<OpenedWithRing, 'proven' | 'tried'>,
): Promise<void> {
  const { tenantId, connectionId, pageNo } = page;
  const now = deps.clock.now();
  // Delivered twice within one page is one message.
  const messages = new Map<MessageId, MessageRows>();
  for (const outcome of outcomes) {
    if (outcome.state === 'opened' && !messages.has(outcome.rows.message.messageId)) {
      messages.set(outcome.rows.message.messageId, outcome.rows);
    }
  }
  await inTenant(deps.database, tenantId, async (tx) => {
    await lockOpening(tx, connectionId);
    const added = await saveMessages(tx, connectionId, [...messages.values()], now);
    const media = await insertMedia(
      tx,
      connectionId,
      added.flatMap((rows) => rows.media),
      now,
    );
    const changed = await saveEnvelopes(tx, connectionId, pageNo, outcomes.map(rowOf), now);
    deps.failpoint('open.inserted');

    await reportOpening(deps, tx, page, outcomes, changed, added, now);
    const wanted = added.flatMap((rows) =>
      rows.media.filter((file) => file.state === 'wanted' && media.has(file.mediaId)),
    );
    await enqueueLanes(deps, tx, connectionId, wanted);
    if (added.length > 0 && (await isFed(tx))) await deps.enqueue(tx, 'index-messages', { tenantId });
    await reopenWithLateKey(deps, tx, page, outcomes, tried);
    for (const { keyId, version } of proven) {
      if (!(await bindConnectionKey(tx, connectionId, keyId, version, now))) continue;
      await startReopening(deps, tx, page, version);
      await deps.enqueue(tx, 'run-preflight', { tenantId, connectionId });
    }
  });
}

/** Returns the messages that are new; what belongs to the others is there already, from the same transaction as they. */
async function saveMessages(
  tx: TenantTx,
  connectionId: ConnectionId,
  messages: readonly MessageRows[],
  now: number,
): Promise<readonly MessageRows[]> {
  const ids = await insertMessages(
    tx,
    connectionId,
    messages.map((rows) => rows.message),
    now,
  );
  const added = messages.filter((rows) => ids.has(rows.message.messageId));
  await insertParticipants(
    tx,
    added.flatMap(({ message: { messageId, conversationId, sentAt }, people }) =>
      people.map((personKey) => ({ messageId, conversationId, personKey, sentAt })),
    ),
  );
  await saveConsents(
    tx,
    connectionId,
    added.flatMap((rows) => rows.consent ?? []),
  );
  const stubs = gatherStubs(added);
  await saveConversations(tx, connectionId, stubs.conversations);
  await savePeople(tx, connectionId, stubs.people);
  await saveRooms(tx, connectionId, stubs.rooms);
  await insertSearchTokens(
    tx,
    added.map(({ message: { messageId, sentAt }, tokens, facts }) => ({ messageId, sentAt, tokens, facts })),
  );
  return added;
}

/**
 * A key that came or got a version while this page was being opened did not know of it, because its envelopes were not yet
 * kept as sealed: the page is opened once more. With the key at hand they are not late again, so this ends.
 */
async function reopenWithLateKey(
  deps: ChainDeps,
  tx: TenantTx,
  page: PageAddress,
  outcomes: readonly EnvelopeOutcome[],
  tried: ReadonlySet<KeyId>,
): Promise<void> {
  if (outcomes.every((outcome) => outcome.state !== 'sealed')) return;
  const missing = new Set(
    outcomes.flatMap((outcome) =>
      outcome.state === 'sealed' && outcome.fault === 'key.missing' ? [outcome.envelope.publickeyVer] : [],
    ),
  );
  const keys = await listOpeningKeys(tx, page.connectionId);
  const isLate = keys.some(
    ({ keyId, versions }) => !tried.has(keyId) || versions.some((version) => missing.has(version)),
  );
  if (isLate) await deps.enqueue(tx, 'open-page', { ...page }, { priority: BULK_PRIORITY });
}

function rowOf(outcome: EnvelopeOutcome): Parameters<typeof saveEnvelopes>[3][number] {
  const { envelope, position, state } = outcome;
  return {
    seq: envelope.seq.toString(),
    sha256: envelope.sha256,
    position,
    msgid: cleanText(envelope.msgid),
    publickeyVer: envelope.publickeyVer,
    state,
    fault: outcome.state === 'opened' ? null : outcome.fault,
    messageId: outcome.state === 'opened' ? outcome.rows.message.messageId : null,
  };
}

import { countUnknown, listConflictingMsgids, listConflictingSeqs, raiseFinding, type TenantTx } from '@highwater/db';
import type { UnixMs } from '@highwater/domain';
import type { ChainDeps } from '../deps.ts';
import type { MessageRows } from './derive-message.ts';
import type { EnvelopeOutcome } from './opened-page.ts';
import { reportQuarantine } from './report-quarantine.ts';
import type { PageAddress } from './save-opened-page.ts';

/**
 * Tells the tenant what could not be opened or contradicts what is kept, and closes what has healed. Speaks only of
 * envelopes and messages that this transaction added or changed, so that opening a page again counts nothing twice.
 */
export async function reportOpening(
  deps: ChainDeps,
  tx: TenantTx,
  { tenantId, connectionId }: PageAddress,
  outcomes: readonly EnvelopeOutcome[],
  changed: readonly { readonly seq: string; readonly sha256: string; readonly isNew: boolean }[],
  added: readonly MessageRows[],
  now: UnixMs,
): Promise<void> {
  const subject = `connection:${connectionId}`;
  const touched = new Set(changed.map((row) => `${row.seq} ${row.sha256}`));
  const fresh = outcomes.filter(({ envelope }) => touched.has(`${envelope.seq} ${envelope.sha256}`));
  const healing = changed.some((row) => !row.isNew);
  const isQuarantined = fresh.some((outcome) => outcome.state !== 'opened');
  if (isQuarantined || healing) await reportQuarantine(tx, connectionId, fresh, now);
  if (fresh.some((outcome) => outcome.state === 'sealed')) {
    await deps.enqueue(tx, 'run-preflight', { tenantId, connectionId });
  }

  if (added.some(({ message }) => message.kind === 'unknown')) {
    const detail = { count: await countUnknown(tx, connectionId) };
    await raiseFinding(tx, { fault: 'message.unknown', subject, detail, now });
  }

  const seqs = await listConflictingSeqs(
    tx,
    connectionId,
    changed.filter((row) => row.isNew).map((row) => row.seq),
  );
  const msgids = await listConflictingMsgids(
    tx,
    connectionId,
    added.map((rows) => rows.message.msgid).filter((msgid) => msgid !== ''),
  );
  const conflicting = added.find((rows) => msgids.includes(rows.message.msgid));
  if (seqs.length > 0 || conflicting !== undefined) {
    const detail = { count: seqs.length + msgids.length, seq: seqs[0] ?? conflicting?.message.seq ?? '0' };
    await raiseFinding(tx, { fault: 'envelope.conflict', subject, detail, now });
  }
}

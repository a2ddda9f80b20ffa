import {
  countSealedByVersion,
  listConflictingMsgids,
  listConflictingSeqs,
  raiseFinding,
  resolveFindings,
  type TenantTx,
} from '@highwater/db';
import type { UnixMs } from '@highwater/domain';
import type { ChainDeps } from '../deps.ts';
import type { MessageRows } from './derive-message.ts';
import type { EnvelopeOutcome } from './opened-page.ts';
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
  const sealed = fresh.flatMap((outcome) => (outcome.state === 'sealed' ? [outcome] : []));

  if (sealed.length > 0 || healing) {
    const waiting = await countSealedByVersion(tx, connectionId);
    const faultOfVersion = new Map(sealed.map(({ envelope, fault }) => [envelope.publickeyVer, fault]));
    for (const [publickeyVer, fault] of faultOfVersion) {
      const detail = { publickeyVer, count: waiting.get(publickeyVer) ?? 0 };
      await raiseFinding(tx, { fault, subject: `${subject}:version:${publickeyVer}`, detail, now });
    }
    const healed = new Set(
      fresh.map(({ envelope }) => envelope.publickeyVer).filter((version) => !waiting.has(version)),
    );
    for (const version of healed) {
      await resolveFindings(tx, ['key.missing', 'key.wrong'], `${subject}:version:${version}`, now);
    }
    if (sealed.length > 0) await deps.enqueue(tx, 'run-preflight', { tenantId, connectionId });
  }

  const unreadable = fresh.filter((outcome) => outcome.state === 'unreadable');
  const [first] = unreadable;
  if (first !== undefined) {
    const detail = { count: unreadable.length, seq: first.envelope.seq.toString() };
    await raiseFinding(tx, { fault: 'envelope.unreadable', subject, detail, now });
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

import { writeRow } from '@highwater/crypto';
import { findLedgerEnd, headOf, insertLedgerCheckpoint, inTenant } from '@highwater/db';
import type { ConnectionId, TenantId, UnixMs } from '@highwater/domain';
import type { LedgerDeps } from './ledger-deps.ts';

/** At most one checkpoint in this time. */
export const CHECKPOINT_MS = 5 * 60_000;
/** A ledger that does not grow has one this often: that nothing came is worth proving too. */
export const QUIET_MS = 60 * 60_000;

/** Begin of the five minutes that `at` is in. */
export function slotOf(at: UnixMs): UnixMs {
  return at - (at % CHECKPOINT_MS);
}

/**
 * Signs where a connection's ledger stands. Harmless to repeat and to kill: one statement, and the primary key lets one
 * checkpoint of the same five minutes in.
 */
export async function signCheckpoint(
  { database, clock, ledger }: LedgerDeps,
  tenantId: TenantId,
  connectionId: ConnectionId,
): Promise<void> {
  await inTenant(database, tenantId, async (tx) => {
    const end = await findLedgerEnd(tx, connectionId);
    if (end === undefined) return;
    const now = clock.now();
    const row = ledger.signer.signCheckpoint({
      type: 'highwater/v1/checkpoint',
      tenant: tenantId,
      connection: connectionId,
      corp: end.corpId,
      pages: end.pages,
      head: headOf(end),
      seq: end.seq,
      answered: end.answeredAt,
      at: now,
    });
    const kept = { slotAt: slotOf(now), pages: end.pages, line: writeRow(row), signedAt: now };
    await insertLedgerCheckpoint(tx, connectionId, kept);
  });
}

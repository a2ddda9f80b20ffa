import { writeRow } from '@highwater/crypto';
import {
  asPlatform,
  findAuditPlace,
  insertAuditCheckpoint,
  inTenant,
  linkAudit,
  listAuditsToCheckpoint,
  listAuditsToLink,
} from '@highwater/db';
import type { TenantId } from '@highwater/domain';
import { forEachApart } from '../for-each-apart.ts';
import type { LedgerDeps } from '../ledger/ledger-deps.ts';
import type { Sweep } from '../sweep/sweep.ts';

/** Between two looks for rows to link: a row is in the chain ten seconds after it was committed. */
export const AUDIT_SWEEP_MS = 5_000;
/** At most one checkpoint in this time. */
export const AUDIT_CHECKPOINT_MS = 60_000;

type AuditDeps = Pick<LedgerDeps, 'database' | 'clock' | 'ledger'>;

/** Tenants looked after per tick; the rest waits for the next one. */
const PER_TICK = 500;
/** Rows linked in one transaction, and transactions of one tenant before the others have their turn. */
const BATCH = 1000;
const TURNS = 20;

/**
 * Puts rows of the audit log into their tenant's chain. Harmless to repeat, to kill and to run twice at once: a batch is one
 * transaction behind the tenant's lock, and what it took is no longer noted when the next one looks.
 */
export async function linkAudits({ database, clock }: AuditDeps, tenantId: TenantId): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) {
    const linked = await inTenant(database, tenantId, (tx) => linkAudit(tx, clock.now(), BATCH));
    if (linked < BATCH) return;
  }
}

/** Signs where a tenant's chain stands. Of two workers the second adds nothing: a minute has one checkpoint. */
export async function signAuditCheckpoint({ database, clock, ledger }: AuditDeps, tenantId: TenantId): Promise<void> {
  await inTenant(database, tenantId, async (tx) => {
    const end = await findAuditPlace(tx, null);
    if (end === undefined) return;
    const now = clock.now();
    const row = ledger.signer.signAudit({
      type: 'highwater/v1/audit-checkpoint',
      tenant: tenantId,
      rows: end.position,
      head: end.hash,
      at: now,
    });
    const kept = { slotAt: slotOf(now), position: end.position, line: writeRow(row), signedAt: now };
    await insertAuditCheckpoint(tx, kept);
  });
}

/** Run every `AUDIT_SWEEP_MS`, apart from the other sweeps. */
export function createAuditSweeps(deps: AuditDeps): readonly Sweep[] {
  const { database } = deps;
  return [
    {
      name: 'audit links',
      async run() {
        const due = await asPlatform(database, 'sweep', (tx) => listAuditsToLink(tx, PER_TICK));
        await forEachApart(due, (tenantId) => linkAudits(deps, tenantId));
      },
    },
    {
      name: 'audit checkpoints',
      async run(_deps, now) {
        const due = await asPlatform(database, 'sweep', (tx) => listAuditsToCheckpoint(tx, slotOf(now), PER_TICK));
        await forEachApart(due, (tenantId) => signAuditCheckpoint(deps, tenantId));
      },
    },
  ];
}

function slotOf(at: number): number {
  return at - (at % AUDIT_CHECKPOINT_MS);
}

import { checkAuditChain, type AuditFindings, type AuditPlace, type LedgerPublicKey } from '@highwater/crypto';
import type { TenantId, UnixMs } from '@highwater/domain';
import type { Database } from '../pools/create-database.ts';
import { inTenant } from '../transactions/in-tenant.ts';
import { listCheckpointsBeyond } from './audit-checkpoints.ts';
import { listAuditLinks, listLostAudit, listUnlinkedAudit, type UnlinkedPage } from './list-audit-links.ts';

/** Rows that are read at once. */
const BATCH = 1000;
/** The chainer links a row within ten seconds; after this it was kept from it. */
const UNLINKED_MS = 60_000;
const MOST_NAMED = 50;

export interface AuditVerdict extends AuditFindings {
  /** False when `mostRows` were looked at and there are more: go on from `end`. */
  readonly isWhole: boolean;
}

/**
 * Compares a tenant's audit log with its chain and its signed checkpoints: rows changed, missing, not linked or cut off,
 * links missing or reordered. Reads in pieces; memory is bounded whatever the size. Links that are added meanwhile may be
 * looked at or not. What was cut off together with its checkpoints only a checkpoint that was kept elsewhere shows.
 */
export async function verifyAudit(
  database: Pick<Database, 'app'>,
  tenantId: TenantId,
  options: {
    readonly keys: readonly LedgerPublicKey[];
    readonly now: UnixMs;
    readonly from?: AuditPlace | undefined;
    readonly mostRows?: number;
  },
): Promise<AuditVerdict> {
  const { keys, now, from, mostRows = Infinity } = options;
  const check = checkAuditChain(tenantId, keys, from);
  for (;;) {
    const { end, rows } = check.read();
    if (rows >= mostRows) return { ...check.read(), isWhole: false };
    const limit = Math.min(BATCH, mostRows - rows);
    const links = await inTenant(database, tenantId, (tx) => listAuditLinks(tx, end.position, limit));
    for (const link of links) check.takeLink(link);
    if (links.length < limit) break;
  }
  await inTenant(database, tenantId, async (tx) => {
    for (const line of await listCheckpointsBeyond(tx, MOST_NAMED)) check.takeBeyond(line);
    for (const auditId of await listLostAudit(tx, MOST_NAMED)) check.takeLost(auditId);
  });
  let after: string | null = null;
  for (;;) {
    const page: UnlinkedPage = { after, until: now - UNLINKED_MS, limit: BATCH };
    const { rows, last } = await inTenant(database, tenantId, (tx) => listUnlinkedAudit(tx, page));
    for (const row of rows) check.takeUnlinked(row);
    if (last === null) return { ...check.read(), isWhole: true };
    after = last;
  }
}

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

/** Where a reading goes on that was not finished: at a link, or past the links at a row that may have none. */
export type AuditVerifyPlace = { readonly link: AuditPlace } | { readonly row: string };

export interface AuditVerdict extends AuditFindings {
  /** There is more: `mostRows` were looked at. Null when everything was. */
  readonly next: AuditVerifyPlace | null;
}

/** Before every row. */
const FIRST_ROW = '00000000-0000-0000-0000-000000000000';

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
    readonly from?: AuditVerifyPlace | undefined;
    readonly mostRows?: number;
    readonly signal?: AbortSignal | undefined;
  },
): Promise<AuditVerdict> {
  const { keys, now, from, mostRows = Infinity, signal } = options;
  const start = from === undefined || 'row' in from ? undefined : from.link;
  const check = checkAuditChain(tenantId, keys, start);
  let looked = 0;
  if (from === undefined || 'link' in from) {
    for (;;) {
      signal?.throwIfAborted();
      const { end } = check.read();
      if (looked >= mostRows) return { ...check.read(), next: { link: end } };
      const limit = Math.min(BATCH, mostRows - looked);
      const links = await inTenant(database, tenantId, (tx) => listAuditLinks(tx, end.position, limit));
      for (const link of links) check.takeLink(link);
      looked += links.length;
      if (links.length < limit) break;
    }
    await inTenant(database, tenantId, async (tx) => {
      for (const line of await listCheckpointsBeyond(tx, MOST_NAMED)) check.takeBeyond(line);
      for (const auditId of await listLostAudit(tx, MOST_NAMED)) check.takeLost(auditId);
    });
  }
  let after = from !== undefined && 'row' in from ? from.row : FIRST_ROW;
  for (;;) {
    signal?.throwIfAborted();
    if (looked >= mostRows) return { ...check.read(), next: { row: after } };
    const page: UnlinkedPage = { after, until: now - UNLINKED_MS, limit: Math.min(BATCH, mostRows - looked) };
    const { rows, last } = await inTenant(database, tenantId, (tx) => listUnlinkedAudit(tx, page));
    for (const row of rows) check.takeUnlinked(row);
    looked += page.limit;
    if (last === null) return { ...check.read(), next: null };
    after = last;
  }
}

import type { UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** Signed checkpoints of the log after a place, in their order, each exactly as it was signed. */
export async function listAuditCheckpoints(
  tx: TenantTx,
  page: { readonly after: UnixMs | null; readonly limit: number },
): Promise<readonly { readonly slotAt: UnixMs; readonly line: string }[]> {
  const { rows } = await tx.query<{ slotAt: UnixMs; line: string }>(
    `SELECT slot_at AS "slotAt", line FROM hw.audit_checkpoints
     WHERE tenant_id = $1 AND ($2::timestamptz IS NULL OR slot_at > $2) ORDER BY slot_at LIMIT $3`,
    [tx.tenantId, page.after === null ? null : new Date(page.after), page.limit],
  );
  return rows;
}

/** The newest checkpoint that was signed by then; the newest of all where no time is named. */
export async function findNewestAuditCheckpoint(tx: TenantTx, until: UnixMs | null): Promise<string | undefined> {
  const { rows } = await tx.query<{ line: string }>(
    `SELECT line FROM hw.audit_checkpoints WHERE tenant_id = $1 AND ($2::timestamptz IS NULL OR signed_at <= $2)
     ORDER BY slot_at DESC LIMIT 1`,
    [tx.tenantId, until === null ? null : new Date(until)],
  );
  return rows[0]?.line;
}

/** Up to when the log is chained and how many lines wait; without reading it through. */
export async function readChainState(
  tx: TenantTx,
): Promise<{ readonly rows: number; readonly chainedTo: UnixMs | null; readonly waiting: number }> {
  const { rows } = await tx.query<{ rows: number; chainedTo: UnixMs | null; waiting: number }>(
    `SELECT coalesce(c.position, 0)::int AS rows, a.at AS "chainedTo",
       (SELECT count(*)::int FROM (SELECT FROM hw.audit_pending p WHERE p.tenant_id = $1 LIMIT 1000) w) AS waiting
     FROM (VALUES (1)) AS one (one)
     LEFT JOIN LATERAL (SELECT position, audit_id FROM hw.audit_chain WHERE tenant_id = $1
       ORDER BY position DESC LIMIT 1) c ON true
     LEFT JOIN hw.audit a ON a.tenant_id = $1 AND a.audit_id = c.audit_id`,
    [tx.tenantId],
  );
  return rows[0] ?? { rows: 0, chainedTo: null, waiting: 0 };
}

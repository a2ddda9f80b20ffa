import type { TenantId, UnixMs } from '@highwater/domain';
import type { PlatformTx } from '../transactions/as-platform.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

export interface AuditCheckpoint {
  /** Begin of the minute that it is of. */
  readonly slotAt: UnixMs;
  /** Rows in the chain then. */
  readonly position: number;
  /** The signed row, exactly. */
  readonly line: string;
  readonly signedAt: UnixMs;
}

/** Keeps a checkpoint. False when there is one of this minute. */
export async function insertAuditCheckpoint(tx: TenantTx, checkpoint: AuditCheckpoint): Promise<boolean> {
  const { slotAt, position, line, signedAt } = checkpoint;
  const { rowCount } = await tx.query(
    `INSERT INTO hw.audit_checkpoints (tenant_id, slot_at, position, line, signed_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING`,
    [tx.tenantId, new Date(slotAt), position, line, new Date(signedAt)],
  );
  return rowCount === 1;
}

/** The newest checkpoints that know more rows than the chain has now: none, unless links were cut off. */
export async function listCheckpointsBeyond(tx: TenantTx, limit: number): Promise<readonly string[]> {
  const { rows } = await tx.query<{ line: string }>(
    `SELECT line FROM hw.audit_checkpoints WHERE tenant_id = $1
       AND position > (SELECT coalesce(max(position), 0) FROM hw.audit_chain WHERE tenant_id = $1)
     ORDER BY position DESC LIMIT $2`,
    [tx.tenantId, limit],
  );
  return rows.map(({ line }) => line);
}

/**
 * Tenants whose chain grew since their newest checkpoint and that have none in the minute that begins at `slotAt`; one
 * from the future (the clock went back) does not count.
 */
export async function listAuditsToCheckpoint(
  tx: PlatformTx,
  slotAt: UnixMs,
  limit: number,
): Promise<readonly TenantId[]> {
  const { rows } = await tx.query<{ tenantId: TenantId }>(
    `SELECT t.tenant_id AS "tenantId" FROM hw.tenants t
     CROSS JOIN LATERAL (SELECT c.position FROM hw.audit_chain c WHERE c.tenant_id = t.tenant_id
       ORDER BY c.position DESC LIMIT 1) c
     LEFT JOIN LATERAL (SELECT k.slot_at, k.position FROM hw.audit_checkpoints k
       WHERE k.tenant_id = t.tenant_id AND k.slot_at <= $1 ORDER BY k.slot_at DESC LIMIT 1) k ON true
     WHERE k.slot_at IS NULL OR (k.slot_at < $1 AND k.position <> c.position)
     ORDER BY k.slot_at NULLS FIRST LIMIT $2`,
    [new Date(slotAt), limit],
  );
  return rows.map(({ tenantId }) => tenantId);
}

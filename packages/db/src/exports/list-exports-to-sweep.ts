import type { ExportId, TenantId, UnixMs } from '@highwater/domain';
import type { PlatformTx } from '../transactions/as-platform.ts';

/** Finished exports of all tenants whose days are over. */
export async function listExpiredExports(
  tx: PlatformTx,
  now: UnixMs,
): Promise<readonly { tenantId: TenantId; exportId: ExportId; attempts: number }[]> {
  const { rows } = await tx.query<{ tenantId: TenantId; exportId: ExportId; attempts: number }>(
    `SELECT tenant_id AS "tenantId", export_id AS "exportId", attempts FROM hw.exports
     WHERE state IN ('complete', 'complete_with_missing') AND expires_at <= $1 ORDER BY expires_at LIMIT 500`,
    [new Date(now)],
  );
  return rows;
}

/** Exports of all tenants that wait to be built or were being built; their jobs may have been lost. */
export async function listUnfinishedExports(
  tx: PlatformTx,
): Promise<readonly { tenantId: TenantId; exportId: ExportId }[]> {
  const { rows } = await tx.query<{ tenantId: TenantId; exportId: ExportId }>(
    `SELECT tenant_id AS "tenantId", export_id AS "exportId" FROM hw.exports
     WHERE state IN ('queued', 'running') ORDER BY created_at LIMIT 500`,
  );
  return rows;
}

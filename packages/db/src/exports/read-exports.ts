import type { ApiKeyId, ExportId, MemberId, ScheduleId, UnixMs } from '@highwater/domain';
import { SqlValues } from '../conditions/sql-values.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { EXPORT_SELECT, type ExportRow } from './export-row.ts';

export async function findExport(tx: TenantTx, exportId: ExportId): Promise<ExportRow | undefined> {
  const { rows } = await tx.query<ExportRow>(`${EXPORT_SELECT} WHERE e.tenant_id = $1 AND e.export_id = $2`, [
    tx.tenantId,
    exportId,
  ]);
  return rows[0];
}

/** Exports, newest first; of one member when `requestedBy` is given, of one key when `apiKeyId` is. */
export async function listExports(
  tx: TenantTx,
  filter: {
    requestedBy: MemberId | null;
    apiKeyId?: ApiKeyId | null;
    after: { createdAt: UnixMs; exportId: ExportId } | null;
    limit: number;
  },
): Promise<readonly ExportRow[]> {
  const values = new SqlValues();
  const conditions = [`e.tenant_id = ${values.add(tx.tenantId)}`];
  if (filter.requestedBy !== null) conditions.push(`e.requested_by = ${values.add(filter.requestedBy)}`);
  if (filter.apiKeyId != null) conditions.push(`e.api_key_id = ${values.add(filter.apiKeyId)}`);
  if (filter.after !== null) {
    conditions.push(
      `(e.created_at, e.export_id) < (${values.add(new Date(filter.after.createdAt))}, ${values.add(filter.after.exportId)}::uuid)`,
    );
  }
  const { rows } = await tx.query<ExportRow>(
    `${EXPORT_SELECT} WHERE ${conditions.join(' AND ')}
     ORDER BY e.created_at DESC, e.export_id DESC LIMIT ${values.add(filter.limit)}`,
    values.all,
  );
  return rows;
}

/** The exports that one run of a schedule asked for. */
export async function listExportsOfRun(
  tx: TenantTx,
  scheduleId: ScheduleId,
  runDay: string,
): Promise<readonly ExportRow[]> {
  const { rows } = await tx.query<ExportRow>(
    `${EXPORT_SELECT} WHERE e.tenant_id = $1 AND e.schedule_id = $2
       AND e.export_id IN (SELECT l.export_id FROM hw.export_links l WHERE l.tenant_id = $1 AND l.run_day = $3::date)`,
    [tx.tenantId, scheduleId, runDay],
  );
  return rows;
}

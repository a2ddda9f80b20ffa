import type { MemberId, ScheduleId, TenantId, UnixMs } from '@highwater/domain';
import type { PlatformTx } from '../transactions/as-platform.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

export interface ScheduleRow {
  readonly scheduleId: ScheduleId;
  readonly name: string;
  readonly zone: string;
  readonly timeOfDay: string;
  readonly recipients: readonly MemberId[];
  readonly createdBy: MemberId;
  readonly enabled: boolean;
  readonly nextAt: UnixMs;
}

const SELECT = `SELECT schedule_id AS "scheduleId", name, zone, time_of_day AS "timeOfDay", recipients, created_by AS "createdBy",
  enabled, next_at AS "nextAt" FROM hw.export_schedules`;

export async function insertSchedule(tx: TenantTx, row: ScheduleRow & { createdAt: UnixMs }): Promise<void> {
  await tx.query(
    `INSERT INTO hw.export_schedules
       (tenant_id, schedule_id, name, zone, time_of_day, recipients, created_by, enabled, next_at, created_at)
     VALUES ($1, $2, $3, $4, $5, $6::uuid[], $7, $8, $9, $10)`,
    [
      tx.tenantId,
      row.scheduleId,
      row.name,
      row.zone,
      row.timeOfDay,
      row.recipients,
      row.createdBy,
      row.enabled,
      new Date(row.nextAt),
      new Date(row.createdAt),
    ],
  );
}

export async function updateSchedule(tx: TenantTx, row: ScheduleRow): Promise<void> {
  await tx.query(
    `UPDATE hw.export_schedules SET name = $3, zone = $4, time_of_day = $5, recipients = $6::uuid[], enabled = $7, next_at = $8
     WHERE tenant_id = $1 AND schedule_id = $2 AND deleted_at IS NULL`,
    [tx.tenantId, row.scheduleId, row.name, row.zone, row.timeOfDay, row.recipients, row.enabled, new Date(row.nextAt)],
  );
}

export async function deleteSchedule(tx: TenantTx, scheduleId: ScheduleId, now: UnixMs): Promise<void> {
  await tx.query(
    'UPDATE hw.export_schedules SET deleted_at = $3, enabled = false WHERE tenant_id = $1 AND schedule_id = $2 AND deleted_at IS NULL',
    [tx.tenantId, scheduleId, new Date(now)],
  );
}

export async function listSchedules(tx: TenantTx): Promise<readonly ScheduleRow[]> {
  const { rows } = await tx.query<ScheduleRow>(
    `${SELECT} WHERE tenant_id = $1 AND deleted_at IS NULL ORDER BY created_at, schedule_id`,
    [tx.tenantId],
  );
  return rows;
}

/** The schedule; deleted ones are missing. `lock` holds it until the transaction ends. */
export async function findSchedule(
  tx: TenantTx,
  scheduleId: ScheduleId,
  lock = false,
): Promise<ScheduleRow | undefined> {
  const { rows } = await tx.query<ScheduleRow>(
    `${SELECT} WHERE tenant_id = $1 AND schedule_id = $2 AND deleted_at IS NULL${lock ? ' FOR UPDATE' : ''}`,
    [tx.tenantId, scheduleId],
  );
  return rows[0];
}

/** Schedules of all tenants whose time has come, or lies so far ahead that the clock must have gone back. */
export async function listDueSchedules(
  tx: PlatformTx,
  now: UnixMs,
): Promise<readonly { tenantId: TenantId; scheduleId: ScheduleId }[]> {
  const { rows } = await tx.query<{ tenantId: TenantId; scheduleId: ScheduleId }>(
    `SELECT tenant_id AS "tenantId", schedule_id AS "scheduleId" FROM hw.export_schedules
     WHERE enabled AND deleted_at IS NULL AND (next_at <= $1 OR next_at > $1 + interval '3 days') ORDER BY next_at LIMIT 1000`,
    [new Date(now)],
  );
  return rows;
}

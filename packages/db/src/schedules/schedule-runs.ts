import type { Fault, ScheduleId, TenantId, UnixMs } from '@highwater/domain';
import type { PlatformTx } from '../transactions/as-platform.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

export type RunState = 'pulling' | 'building' | 'mailing' | 'done' | 'failed';

export interface ScheduleRunRow {
  readonly scheduleId: ScheduleId;
  /** The local day on which it ran, "YYYY-MM-DD"; its package holds the day before. */
  readonly runDay: string;
  readonly state: RunState;
  readonly fault: Fault | null;
  readonly startedAt: UnixMs;
  readonly finishedAt: UnixMs | null;
}

const SELECT = `SELECT schedule_id AS "scheduleId", run_day AS "runDay", state, fault, started_at AS "startedAt",
  finished_at AS "finishedAt" FROM hw.schedule_runs`;

/** Begins the run of a day; false when that day has its run already. */
export async function insertRun(tx: TenantTx, scheduleId: ScheduleId, runDay: string, now: UnixMs): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO hw.schedule_runs (tenant_id, schedule_id, run_day, state, started_at) VALUES ($1, $2, $3, 'pulling', $4)
     ON CONFLICT DO NOTHING`,
    [tx.tenantId, scheduleId, runDay, new Date(now)],
  );
  return rowCount === 1;
}

/** The run, held until the transaction ends, so that two workers take its steps one after the other. */
export async function lockRun(
  tx: TenantTx,
  scheduleId: ScheduleId,
  runDay: string,
): Promise<ScheduleRunRow | undefined> {
  const { rows } = await tx.query<ScheduleRunRow>(
    `${SELECT} WHERE tenant_id = $1 AND schedule_id = $2 AND run_day = $3 FOR UPDATE`,
    [tx.tenantId, scheduleId, runDay],
  );
  return rows[0];
}

export async function moveRun(
  tx: TenantTx,
  scheduleId: ScheduleId,
  runDay: string,
  state: RunState,
  options: { fault?: Fault; finishedAt?: UnixMs } = {},
): Promise<void> {
  await tx.query(
    `UPDATE hw.schedule_runs SET state = $4, fault = $5, finished_at = $6
     WHERE tenant_id = $1 AND schedule_id = $2 AND run_day = $3`,
    [
      tx.tenantId,
      scheduleId,
      runDay,
      state,
      options.fault ?? null,
      options.finishedAt === undefined ? null : new Date(options.finishedAt),
    ],
  );
}

/** The latest runs of every schedule, newest first. */
export async function listRuns(tx: TenantTx, limitPerSchedule: number): Promise<readonly ScheduleRunRow[]> {
  const { rows } = await tx.query<ScheduleRunRow>(
    `SELECT "scheduleId", "runDay", state, fault, "startedAt", "finishedAt" FROM (
       SELECT schedule_id AS "scheduleId", run_day AS "runDay", state, fault, started_at AS "startedAt", finished_at AS "finishedAt",
         row_number() OVER (PARTITION BY schedule_id ORDER BY run_day DESC) AS place
       FROM hw.schedule_runs WHERE tenant_id = $1) runs
     WHERE place <= $2 ORDER BY "runDay" DESC`,
    [tx.tenantId, limitPerSchedule],
  );
  return rows;
}

/** Runs of all tenants that have not come to their end. */
export async function listUnfinishedRuns(
  tx: PlatformTx,
): Promise<readonly { tenantId: TenantId; scheduleId: ScheduleId; runDay: string }[]> {
  const { rows } = await tx.query<{ tenantId: TenantId; scheduleId: ScheduleId; runDay: string }>(
    `SELECT tenant_id AS "tenantId", schedule_id AS "scheduleId", run_day AS "runDay" FROM hw.schedule_runs
     WHERE state NOT IN ('done', 'failed') ORDER BY started_at LIMIT 1000`,
  );
  return rows;
}

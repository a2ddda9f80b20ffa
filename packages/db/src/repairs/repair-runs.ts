import type { ConnectionId, MemberId, MessageId, RepairId, TenantId, UnixMs } from '@highwater/domain';
import type { QuarantineScope } from '../quarantine/quarantine-scope.ts';
import type { PlatformTx } from '../transactions/as-platform.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** Which messages are parsed again: all, those of unknown kind, those that an older parser made. */
export type ReparseScope = 'all' | 'unknown' | 'outdated';
/** Envelopes opened again, or messages parsed again. */
export type RepairWork = 'reopen' | 'reparse';

interface RepairKind extends QuarantineScope {
  readonly connectionId: ConnectionId;
  readonly work: RepairWork;
  /** Null for a reopening. */
  readonly among: ReparseScope | null;
}

export interface RepairRow extends RepairKind {
  readonly runId: RepairId;
  /** Null until counted. */
  readonly total: number | null;
  readonly done: number;
  /** Envelopes that opened, messages that are understood otherwise than before. */
  readonly changed: number;
  readonly startedAt: UnixMs;
  readonly finishedAt: UnixMs | null;
}

/** A run and how far it is. */
export interface RepairState extends RepairRow {
  readonly afterPage: number;
  readonly afterMessage: MessageId | null;
}

const COLUMNS = `run_id AS "runId", connection_id AS "connectionId", work, cause, publickey_ver::float8 AS "publickeyVer",
  among, total, done, changed, started_at AS "startedAt", finished_at AS "finishedAt"`;

/**
 * Begins a run. The same one under way begins again, because what it has passed may have changed since, unless
 * `keepRunning`. Returns the run's id; undefined when one was left to run on.
 */
export async function startRepair(
  tx: TenantTx,
  run: RepairKind & { readonly runId: RepairId; readonly askedBy: MemberId | null; readonly now: UnixMs },
  options: { readonly keepRunning?: boolean } = {},
): Promise<RepairId | undefined> {
  const { rows } = await tx.query<{ runId: RepairId }>(
    `INSERT INTO hw.repair_runs (tenant_id, run_id, connection_id, work, cause, publickey_ver, among, asked_by, started_at,
       touched_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)
     ON CONFLICT (tenant_id, connection_id, work, cause, publickey_ver, among) WHERE finished_at IS NULL
     DO UPDATE SET total = NULL, done = 0, changed = 0, after_page = 0, after_message = NULL, touched_at = excluded.touched_at
     WHERE NOT $10
     RETURNING run_id AS "runId"`,
    [
      tx.tenantId,
      run.runId,
      run.connectionId,
      run.work,
      run.cause,
      run.publickeyVer,
      run.among,
      run.askedBy,
      new Date(run.now),
      options.keepRunning ?? false,
    ],
  );
  return rows[0]?.runId;
}

/** The run when it exists and is not finished. With `lock` it stays where it is until this transaction ends. */
export async function findRepair(
  tx: TenantTx,
  runId: RepairId,
  options: { readonly lock?: boolean } = {},
): Promise<RepairState | undefined> {
  const { rows } = await tx.query<RepairState>(
    `SELECT ${COLUMNS}, after_page::float8 AS "afterPage", after_message AS "afterMessage" FROM hw.repair_runs
     WHERE tenant_id = $1 AND run_id = $2 AND finished_at IS NULL ${options.lock ? 'FOR UPDATE' : ''}`,
    [tx.tenantId, runId],
  );
  return rows[0];
}

/** Notes how much there is to do. */
export async function countRepair(tx: TenantTx, runId: RepairId, total: number, now: UnixMs): Promise<void> {
  await tx.query(
    `UPDATE hw.repair_runs SET total = $3, touched_at = $4
     WHERE tenant_id = $1 AND run_id = $2 AND finished_at IS NULL AND total IS NULL`,
    [tx.tenantId, runId, total, new Date(now)],
  );
}

/**
 * Moves a run on from `from`. False when it stands elsewhere (another handler was faster, or it began again): then
 * nothing is counted.
 */
export async function advanceRepair(
  tx: TenantTx,
  runId: RepairId,
  from: { readonly afterPage: number; readonly afterMessage: MessageId | null },
  step: {
    readonly afterPage?: number;
    readonly afterMessage?: MessageId;
    readonly done: number;
    readonly changed: number;
    readonly now: UnixMs;
  },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.repair_runs SET after_page = $5, after_message = $6, done = done + $7, changed = changed + $8, touched_at = $9
     WHERE tenant_id = $1 AND run_id = $2 AND finished_at IS NULL AND after_page = $3
       AND after_message IS NOT DISTINCT FROM $4::uuid`,
    [
      tx.tenantId,
      runId,
      from.afterPage,
      from.afterMessage,
      step.afterPage ?? from.afterPage,
      step.afterMessage ?? from.afterMessage,
      step.done,
      step.changed,
      new Date(step.now),
    ],
  );
  return rowCount === 1;
}

/** Ends a run: what it did not meet any more was done by others, and what came on the way belongs to its total. */
export async function finishRepair(tx: TenantTx, runId: RepairId, now: UnixMs): Promise<void> {
  await tx.query(
    `UPDATE hw.repair_runs SET finished_at = $3, touched_at = $3, total = greatest(total, done), done = greatest(total, done)
     WHERE tenant_id = $1 AND run_id = $2 AND finished_at IS NULL`,
    [tx.tenantId, runId, new Date(now)],
  );
}

/** Runs under way, then the last finished ones. One that nobody asked for and that changed nothing is not worth a line. */
export async function listRepairs(tx: TenantTx, limit: number): Promise<readonly RepairRow[]> {
  const { rows } = await tx.query<RepairRow>(
    `SELECT ${COLUMNS} FROM hw.repair_runs WHERE tenant_id = $1 AND (finished_at IS NULL OR asked_by IS NOT NULL OR changed > 0)
     ORDER BY finished_at IS NOT NULL, started_at DESC, run_id LIMIT $2`,
    [tx.tenantId, limit],
  );
  return rows;
}

export interface StalledRepair {
  readonly tenantId: TenantId;
  readonly runId: RepairId;
  readonly work: RepairWork;
}

/** Runs that nobody moved since `touchedBefore`: their job was lost. */
export async function listStalledRepairs(
  tx: PlatformTx,
  touchedBefore: UnixMs,
  limit: number,
): Promise<readonly StalledRepair[]> {
  const { rows } = await tx.query<StalledRepair>(
    `SELECT tenant_id AS "tenantId", run_id AS "runId", work FROM hw.repair_runs
     WHERE finished_at IS NULL AND touched_at <= $1 ORDER BY touched_at LIMIT $2`,
    [new Date(touchedBefore), limit],
  );
  return rows;
}

import type { MemberId, MessageId, TenantId, UnixMs } from '@highwater/domain';
import type { PlatformTx } from '../transactions/as-platform.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

export type IndexEngine = 'postgres' | 'typesense';
/** check: compare and mend; rebuild: make everything anew; fill: put everything into a generation of the outside index. */
export type IndexWork = 'check' | 'rebuild' | 'fill';

/** A walk over all messages of a company. */
export interface IndexRun {
  readonly runId: string;
  readonly engine: IndexEngine;
  readonly work: IndexWork;
  /** The way of making tokens or documents that it works by. */
  readonly version: number;
  /** Of the outside index; null for the one in the database. */
  readonly generation: string | null;
  readonly afterMessage: MessageId | null;
  readonly afterAt: UnixMs | null;
  /** Null until counted. */
  readonly total: number | null;
  readonly done: number;
  readonly missing: number;
  readonly extra: number;
  readonly differing: number;
  readonly unreadable: number;
  readonly startedAt: UnixMs;
  readonly finishedAt: UnixMs | null;
}

const COLUMNS = `run_id AS "runId", engine, work, version, generation, after_message AS "afterMessage", after_at AS "afterAt",
  total, done, missing, extra, differing, unreadable, started_at AS "startedAt", finished_at AS "finishedAt"`;

/**
 * Begins a walk and returns its id. Where one of the index is under way it goes on, unless `overtakes` names its work or
 * it is of another version or generation: then it begins again as this one.
 */
export async function startIndexRun(
  tx: TenantTx,
  run: Pick<IndexRun, 'runId' | 'engine' | 'work' | 'version' | 'generation'> & {
    readonly askedBy: MemberId | null;
    readonly now: UnixMs;
    readonly overtakes?: readonly IndexWork[];
  },
): Promise<string> {
  const { rows } = await tx.query<{ runId: string }>(
    `INSERT INTO hw.index_runs AS open (tenant_id, run_id, engine, work, version, generation, asked_by, started_at, touched_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)
     ON CONFLICT (tenant_id, engine) WHERE finished_at IS NULL DO UPDATE
     SET work = excluded.work, version = excluded.version, generation = excluded.generation, asked_by = excluded.asked_by,
       started_at = excluded.started_at, touched_at = excluded.touched_at, after_message = NULL, after_at = NULL, total = NULL,
       done = 0, missing = 0, extra = 0, differing = 0, unreadable = 0
     WHERE open.work = ANY($9::text[]) OR open.version <> excluded.version OR open.generation IS DISTINCT FROM excluded.generation
     RETURNING run_id AS "runId"`,
    [
      tx.tenantId,
      run.runId,
      run.engine,
      run.work,
      run.version,
      run.generation,
      run.askedBy,
      new Date(run.now),
      run.overtakes ?? [],
    ],
  );
  return rows[0]?.runId ?? (await findOpenIndexRun(tx, run.engine))?.runId ?? run.runId;
}

/** The walk when it exists and is not finished. */
export async function findIndexRun(tx: TenantTx, runId: string): Promise<IndexRun | undefined> {
  const { rows } = await tx.query<IndexRun>(
    `SELECT ${COLUMNS} FROM hw.index_runs WHERE tenant_id = $1 AND run_id = $2 AND finished_at IS NULL`,
    [tx.tenantId, runId],
  );
  return rows[0];
}

/** The walk of an index that is under way. */
export async function findOpenIndexRun(tx: TenantTx, engine: IndexEngine): Promise<IndexRun | undefined> {
  const { rows } = await tx.query<IndexRun>(
    `SELECT ${COLUMNS} FROM hw.index_runs WHERE tenant_id = $1 AND engine = $2 AND finished_at IS NULL`,
    [tx.tenantId, engine],
  );
  return rows[0];
}

/** Notes how many messages there are to walk over. */
export async function countIndexRun(tx: TenantTx, runId: string, now: UnixMs): Promise<void> {
  await tx.query(
    `UPDATE hw.index_runs SET touched_at = $3,
       total = (SELECT count(*)::int FROM hw.messages WHERE tenant_id = $1)
     WHERE tenant_id = $1 AND run_id = $2 AND finished_at IS NULL AND total IS NULL`,
    [tx.tenantId, runId, new Date(now)],
  );
}

export interface IndexStep {
  readonly afterMessage?: MessageId;
  readonly afterAt?: UnixMs;
  readonly done: number;
  readonly missing?: number;
  readonly extra?: number;
  readonly differing?: number;
  readonly unreadable?: number;
  readonly now: UnixMs;
}

/**
 * Moves a walk on from where `from` stood. False when it stands elsewhere (another worker was faster, or it began
 * again): then nothing is counted.
 */
export async function advanceIndexRun(tx: TenantTx, from: IndexRun, step: IndexStep): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.index_runs SET after_message = coalesce($7, after_message), after_at = coalesce($8, after_at),
       done = done + $9, missing = missing + $10, extra = extra + $11, differing = differing + $12,
       unreadable = unreadable + $13, touched_at = $14
     WHERE tenant_id = $1 AND run_id = $2 AND finished_at IS NULL AND work = $3 AND started_at = $4
       AND after_message IS NOT DISTINCT FROM $5::uuid AND after_at IS NOT DISTINCT FROM $6::timestamptz`,
    [
      tx.tenantId,
      from.runId,
      from.work,
      new Date(from.startedAt),
      from.afterMessage,
      from.afterAt === null ? null : new Date(from.afterAt),
      step.afterMessage ?? null,
      step.afterAt === undefined ? null : new Date(step.afterAt),
      step.done,
      step.missing ?? 0,
      step.extra ?? 0,
      step.differing ?? 0,
      step.unreadable ?? 0,
      new Date(step.now),
    ],
  );
  return rowCount === 1;
}

/** Ends a walk: what came on the way belongs to its total. False when it had ended or stands elsewhere. */
export async function finishIndexRun(tx: TenantTx, from: IndexRun, now: UnixMs): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.index_runs SET finished_at = $4, touched_at = $4, total = greatest(total, done), done = greatest(total, done)
     WHERE tenant_id = $1 AND run_id = $2 AND finished_at IS NULL AND started_at = $3
       AND after_message IS NOT DISTINCT FROM $5::uuid AND after_at IS NOT DISTINCT FROM $6::timestamptz`,
    [
      tx.tenantId,
      from.runId,
      new Date(from.startedAt),
      new Date(now),
      from.afterMessage,
      from.afterAt === null ? null : new Date(from.afterAt),
    ],
  );
  return rowCount === 1;
}

/** Ends whatever walk of an index is under way, as far as it came. */
export async function abandonIndexRun(tx: TenantTx, engine: IndexEngine, now: UnixMs): Promise<void> {
  await tx.query(
    `UPDATE hw.index_runs SET finished_at = $3, touched_at = $3
     WHERE tenant_id = $1 AND engine = $2 AND finished_at IS NULL`,
    [tx.tenantId, engine, new Date(now)],
  );
}

/** Walks over the database's index that nobody moved since `touchedBefore`: their job was lost. */
export async function listStalledIndexRuns(
  tx: PlatformTx,
  touchedBefore: UnixMs,
  limit: number,
): Promise<readonly { readonly tenantId: TenantId; readonly runId: string }[]> {
  const { rows } = await tx.query<{ tenantId: TenantId; runId: string }>(
    `SELECT tenant_id AS "tenantId", run_id AS "runId" FROM hw.index_runs
     WHERE finished_at IS NULL AND engine = 'postgres' AND touched_at <= $1 ORDER BY touched_at LIMIT $2`,
    [new Date(touchedBefore), limit],
  );
  return rows;
}

/** Companies whose index is due to be looked at, was never, or has rows of an older version. */
export async function listDueIndexes(
  tx: PlatformTx,
  tokenVersion: number,
  now: UnixMs,
  limit: number,
): Promise<readonly TenantId[]> {
  const { rows } = await tx.query<{ tenantId: TenantId }>(
    `SELECT t.tenant_id AS "tenantId" FROM hw.tenants t
     LEFT JOIN hw.index_states s ON s.tenant_id = t.tenant_id
     WHERE (s.tenant_id IS NULL OR s.next_check_at <= $2 OR s.token_version < $1)
       AND NOT EXISTS (SELECT FROM hw.index_runs r
         WHERE r.tenant_id = t.tenant_id AND r.engine = 'postgres' AND r.finished_at IS NULL)
     ORDER BY s.next_check_at NULLS FIRST LIMIT $3`,
    [tokenVersion, new Date(now), limit],
  );
  return rows.map(({ tenantId }) => tenantId);
}

import type { ConnectionId, Fault, FaultDetail, MemberId, RepullId, Seq, TenantId, UnixMs } from '@highwater/domain';
import type { PlatformTx } from '../transactions/as-platform.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

export type RepullState = 'waiting' | 'running' | 'done' | 'failed';

export interface RepullRow {
  readonly repullId: RepullId;
  readonly connectionId: ConnectionId;
  /** Decimal, both ends included. */
  readonly fromSeq: string;
  readonly toSeq: string;
  readonly state: RepullState;
  /** Every number of the range up to here was asked for; decimal. */
  readonly askedThrough: string;
  /** Numbers of the range that WeCom returned. */
  readonly returned: number;
  /** Of those, numbers that were not stored before, or with other bytes. */
  readonly kept: number;
  readonly attempts: number;
  readonly fault: Fault | null;
  readonly detail: FaultDetail;
  /** Name of the member. */
  readonly requestedBy: string | null;
  readonly createdAt: UnixMs;
  readonly finishedAt: UnixMs | null;
}

const SELECT = `SELECT r.repull_id AS "repullId", r.connection_id AS "connectionId", r.from_seq AS "fromSeq",
  r.to_seq AS "toSeq", r.state, r.asked_through AS "askedThrough", r.returned, r.kept, r.attempts, r.fault, r.detail,
  m.name AS "requestedBy", r.created_at AS "createdAt", r.finished_at AS "finishedAt"
  FROM hw.repulls r LEFT JOIN hw.members m ON m.tenant_id = r.tenant_id AND m.member_id = r.requested_by`;

/** Adds a re-pull. False when one of the connection has not ended, or when this one exists. */
export async function insertRepull(
  tx: TenantTx,
  repull: {
    repullId: RepullId;
    connectionId: ConnectionId;
    fromSeq: Seq;
    toSeq: Seq;
    requestedBy: MemberId;
    now: UnixMs;
  },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO hw.repulls (tenant_id, repull_id, connection_id, from_seq, to_seq, asked_through, requested_by,
       created_at, moved_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8) ON CONFLICT DO NOTHING`,
    [
      tx.tenantId,
      repull.repullId,
      repull.connectionId,
      repull.fromSeq.toString(),
      repull.toSeq.toString(),
      (repull.fromSeq - 1n).toString(),
      repull.requestedBy,
      new Date(repull.now),
    ],
  );
  return rowCount === 1;
}

export async function findRepull(tx: TenantTx, repullId: RepullId): Promise<RepullRow | undefined> {
  const { rows } = await tx.query<RepullRow>(`${SELECT} WHERE r.tenant_id = $1 AND r.repull_id = $2`, [
    tx.tenantId,
    repullId,
  ]);
  return rows[0];
}

/** The last re-pulls of a connection, newest first. */
export async function listRepulls(
  tx: TenantTx,
  connectionId: ConnectionId,
  limit: number,
): Promise<readonly RepullRow[]> {
  const { rows } = await tx.query<RepullRow>(
    `${SELECT} WHERE r.tenant_id = $1 AND r.connection_id = $2 ORDER BY r.created_at DESC, r.repull_id LIMIT $3`,
    [tx.tenantId, connectionId, limit],
  );
  return rows;
}

/** Begins a re-pull or takes it up again. Undefined when it has ended or does not exist. */
export async function startRepull(tx: TenantTx, repullId: RepullId, now: UnixMs): Promise<RepullRow | undefined> {
  const { rowCount } = await tx.query(
    `UPDATE hw.repulls SET state = 'running', attempts = attempts + 1, moved_at = $3
     WHERE tenant_id = $1 AND repull_id = $2 AND state IN ('waiting', 'running')`,
    [tx.tenantId, repullId, new Date(now)],
  );
  return rowCount === 1 ? findRepull(tx, repullId) : undefined;
}

/**
 * Notes that the numbers after `after` up to `through` were asked for, in the transaction that kept what came.
 * False when somebody else was faster: then this transaction must not commit. An answer ends a row of failures.
 */
export async function moveRepull(
  tx: TenantTx,
  repullId: RepullId,
  move: { after: Seq; through: Seq; returned: number; kept: number; now: UnixMs },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.repulls SET asked_through = $4, returned = returned + $5, kept = kept + $6, moved_at = $7, attempts = 0
     WHERE tenant_id = $1 AND repull_id = $2 AND asked_through = $3 AND state = 'running'`,
    [
      tx.tenantId,
      repullId,
      move.after.toString(),
      move.through.toString(),
      move.returned,
      move.kept,
      new Date(move.now),
    ],
  );
  return rowCount === 1;
}

export async function endRepull(
  tx: TenantTx,
  repullId: RepullId,
  end: { failure: { fault: Fault; detail: FaultDetail } | null; now: UnixMs },
): Promise<boolean> {
  const { failure } = end;
  const { rowCount } = await tx.query(
    `UPDATE hw.repulls SET state = $3, fault = $4, detail = $5, finished_at = $6, moved_at = $6
     WHERE tenant_id = $1 AND repull_id = $2 AND state = 'running'`,
    [
      tx.tenantId,
      repullId,
      failure === null ? 'done' : 'failed',
      failure?.fault ?? null,
      JSON.stringify(failure?.detail ?? {}),
      new Date(end.now),
    ],
  );
  return rowCount === 1;
}

/** Re-pulls that have not ended and not moved since `before`: their job was lost. */
export async function listLostRepulls(
  tx: PlatformTx,
  before: UnixMs,
  limit: number,
): Promise<readonly { readonly tenantId: TenantId; readonly repullId: RepullId }[]> {
  const { rows } = await tx.query<{ tenantId: TenantId; repullId: RepullId }>(
    `SELECT tenant_id AS "tenantId", repull_id AS "repullId" FROM hw.repulls
     WHERE state IN ('waiting', 'running') AND moved_at <= $1 ORDER BY moved_at LIMIT $2`,
    [new Date(before), limit],
  );
  return rows;
}

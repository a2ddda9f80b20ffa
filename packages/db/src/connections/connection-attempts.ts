import type { AttemptId, ConnectionId, Fault, FaultDetail, SecretPurpose, TenantId, UnixMs } from '@highwater/domain';
import type { PlatformTx } from '../transactions/as-platform.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

export interface AttemptToCheck {
  readonly attemptId: AttemptId;
  readonly corpId: string;
  readonly name: string;
  /** Sealed to the worker; null once the attempt ended. */
  readonly secretSealed: Buffer | null;
  readonly state: 'checking' | 'accepted' | 'refused';
  /** What it became; of an attempt that is being checked: the connection whose secret it is to replace. */
  readonly connectionId: ConnectionId | null;
  readonly purpose: SecretPurpose;
  /** The member who typed the secret. */
  readonly startedBy: string;
  readonly startedAt: UnixMs;
}

const COLUMNS = `attempt_id AS "attemptId", corp_id AS "corpId", name, secret_sealed AS "secretSealed", state,
  connection_id AS "connectionId", purpose,
  started_by AS "startedBy", started_at AS "startedAt"`;

/** The attempt; with `lock` nobody else may end it until this transaction does. */
export async function findConnectionAttempt(
  tx: TenantTx,
  attemptId: AttemptId,
  options: { lock?: boolean } = {},
): Promise<AttemptToCheck | undefined> {
  const { rows } = await tx.query<AttemptToCheck>(
    `SELECT ${COLUMNS} FROM hw.connection_attempts WHERE tenant_id = $1 AND attempt_id = $2 ${options.lock ? 'FOR UPDATE' : ''}`,
    [tx.tenantId, attemptId],
  );
  return rows[0];
}

/** Ends an attempt well and wipes its secret. False when it had ended before. */
export async function acceptConnectionAttempt(
  tx: TenantTx,
  attemptId: AttemptId,
  connectionId: ConnectionId,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.connection_attempts SET state = 'accepted', connection_id = $3, secret_sealed = NULL
     WHERE tenant_id = $1 AND attempt_id = $2 AND state = 'checking'`,
    [tx.tenantId, attemptId, connectionId],
  );
  return rowCount === 1;
}

/** Ends an attempt with its reason and wipes its secret. False when it had ended before. */
export async function refuseConnectionAttempt(
  tx: TenantTx,
  attemptId: AttemptId,
  fault: Fault,
  detail: FaultDetail,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.connection_attempts SET state = 'refused', fault = $3, detail = $4, secret_sealed = NULL
     WHERE tenant_id = $1 AND attempt_id = $2 AND state = 'checking'`,
    [tx.tenantId, attemptId, fault, JSON.stringify(detail)],
  );
  return rowCount === 1;
}

/** Attempts that nobody ended in time. */
export async function listExpiredAttempts(
  tx: PlatformTx,
  now: UnixMs,
  limit: number,
): Promise<readonly { readonly tenantId: TenantId; readonly attemptId: AttemptId }[]> {
  const { rows } = await tx.query<{ tenantId: TenantId; attemptId: AttemptId }>(
    `SELECT tenant_id AS "tenantId", attempt_id AS "attemptId" FROM hw.connection_attempts
     WHERE state = 'checking' AND expires_at <= $1 ORDER BY expires_at LIMIT $2`,
    [new Date(now), limit],
  );
  return rows;
}

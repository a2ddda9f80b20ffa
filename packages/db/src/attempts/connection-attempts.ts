import type { AttemptId, ConnectionId, Fault, FaultDetail, MemberId, SecretPurpose, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** Begins a try to connect a corp, or to replace the secret of a connection; false when this attempt exists (the same request again). */
export async function insertConnectionAttempt(
  tx: TenantTx,
  attempt: {
    attemptId: AttemptId;
    corpId: string;
    name: string;
    /** Sealed to the worker, who wipes it. */
    secretSealed: Uint8Array;
    startedBy: MemberId;
    startedAt: UnixMs;
    expiresAt: UnixMs;
    /** The connection whose secret is to be replaced. */
    connectionId?: ConnectionId;
    /** Which of its secrets; the archive's unless told. */
    purpose?: SecretPurpose;
  },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO hw.connection_attempts
       (tenant_id, attempt_id, corp_id, name, secret_sealed, state, started_by, started_at, expires_at, connection_id,
        purpose)
     VALUES ($1, $2, $3, $4, $5, 'checking', $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING`,
    [
      tx.tenantId,
      attempt.attemptId,
      attempt.corpId,
      attempt.name,
      attempt.secretSealed,
      attempt.startedBy,
      new Date(attempt.startedAt),
      new Date(attempt.expiresAt),
      attempt.connectionId ?? null,
      attempt.purpose ?? 'archive',
    ],
  );
  return rowCount === 1;
}

/** How an attempt stands, without its secret. */
export interface AttemptOutcome {
  readonly corpId: string;
  readonly name: string;
  readonly state: 'checking' | 'accepted' | 'refused';
  readonly fault: Fault | null;
  readonly detail: FaultDetail;
  readonly connectionId: ConnectionId | null;
}

export async function findAttemptOutcome(tx: TenantTx, attemptId: AttemptId): Promise<AttemptOutcome | undefined> {
  const { rows } = await tx.query<AttemptOutcome>(
    `SELECT corp_id AS "corpId", name, state, fault, detail, connection_id AS "connectionId"
     FROM hw.connection_attempts WHERE tenant_id = $1 AND attempt_id = $2`,
    [tx.tenantId, attemptId],
  );
  return rows[0];
}

/** Takes away an attempt that led to nothing, with its secret; false when it was accepted or is gone. */
export async function deleteAttempt(tx: TenantTx, attemptId: AttemptId): Promise<boolean> {
  const { rowCount } = await tx.query(
    "DELETE FROM hw.connection_attempts WHERE tenant_id = $1 AND attempt_id = $2 AND state <> 'accepted'",
    [tx.tenantId, attemptId],
  );
  return rowCount === 1;
}

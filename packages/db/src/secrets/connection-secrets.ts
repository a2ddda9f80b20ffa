import type { ConnectionId, CorpSecret, Fault, FaultDetail, SecretPurpose, TenantId, UnixMs } from '@highwater/domain';
import type { PlatformTx } from '../transactions/as-platform.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** The secrets beside the archive's: a connection works without them, and knows less. */
export type FurtherPurpose = Exclude<SecretPurpose, 'archive'>;

/** What the newest proof said: `accepted` when WeCom let a call through, `unproven` when it was not to be had. */
export interface SecretProof {
  readonly state: 'unproven' | 'accepted' | 'refused';
  readonly fault: Fault | null;
  readonly detail: FaultDetail;
  readonly checkedAt: UnixMs;
}

/** Puts a secret in its place, with what its proof said; the one that was there is gone. */
export async function saveConnectionSecret(
  tx: TenantTx,
  connectionId: ConnectionId,
  purpose: FurtherPurpose,
  secret: { readonly secretSealed: Uint8Array; readonly setAt: UnixMs; readonly setBy: string },
  proof: SecretProof,
): Promise<void> {
  await tx.query(
    `INSERT INTO hw.connection_secrets
       (tenant_id, connection_id, purpose, secret_sealed, set_at, set_by, state, fault, detail, checked_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (tenant_id, connection_id, purpose) DO UPDATE SET secret_sealed = excluded.secret_sealed,
       set_at = excluded.set_at, set_by = excluded.set_by, state = excluded.state, fault = excluded.fault,
       detail = excluded.detail, checked_at = excluded.checked_at`,
    [
      tx.tenantId,
      connectionId,
      purpose,
      secret.secretSealed,
      new Date(secret.setAt),
      secret.setBy,
      proof.state,
      proof.fault,
      JSON.stringify(proof.detail),
      new Date(proof.checkedAt),
    ],
  );
}

/** A secret as the worker opens it. */
export interface SealedSecret extends Pick<CorpSecret, 'corpId'> {
  /** Sealed to the worker. */
  readonly secretSealed: Buffer;
  readonly setAt: UnixMs;
  readonly state: SecretProof['state'];
  readonly fault: Fault | null;
}

/** Undefined when the connection has none of the purpose. */
export async function findConnectionSecret(
  tx: TenantTx,
  connectionId: ConnectionId,
  purpose: FurtherPurpose,
): Promise<SealedSecret | undefined> {
  const { rows } = await tx.query<SealedSecret>(
    `SELECT c.corp_id AS "corpId", s.secret_sealed AS "secretSealed", s.set_at AS "setAt", s.state, s.fault
     FROM hw.connection_secrets s
     JOIN hw.connections c ON c.tenant_id = s.tenant_id AND c.connection_id = s.connection_id
     WHERE s.tenant_id = $1 AND s.connection_id = $2 AND s.purpose = $3`,
    [tx.tenantId, connectionId, purpose],
  );
  return rows[0];
}

/** Writes down what a proof of the secret set at `setAt` said; false when another one is in its place by now. */
export async function saveSecretProof(
  tx: TenantTx,
  connectionId: ConnectionId,
  purpose: FurtherPurpose,
  setAt: UnixMs,
  proof: SecretProof,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.connection_secrets SET state = $5, fault = $6, detail = $7, checked_at = $8
     WHERE tenant_id = $1 AND connection_id = $2 AND purpose = $3 AND set_at = $4`,
    [
      tx.tenantId,
      connectionId,
      purpose,
      new Date(setAt),
      proof.state,
      proof.fault,
      JSON.stringify(proof.detail),
      new Date(proof.checkedAt),
    ],
  );
  return rowCount === 1;
}

/** Deletes a secret; false when there was none. */
export async function deleteConnectionSecret(
  tx: TenantTx,
  connectionId: ConnectionId,
  purpose: FurtherPurpose,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    'DELETE FROM hw.connection_secrets WHERE tenant_id = $1 AND connection_id = $2 AND purpose = $3',
    [tx.tenantId, connectionId, purpose],
  );
  return rowCount === 1;
}

/** How a secret stands, without it. */
export interface ConnectionSecretRow extends Omit<SecretProof, 'checkedAt'> {
  readonly connectionId: ConnectionId;
  readonly purpose: FurtherPurpose;
  readonly setAt: UnixMs;
  /** Name of the member. */
  readonly setBy: string | null;
  readonly checkedAt: UnixMs | null;
}

/** Of all connections, or of one. */
export async function listConnectionSecrets(
  tx: TenantTx,
  connectionId: ConnectionId | null = null,
): Promise<readonly ConnectionSecretRow[]> {
  const { rows } = await tx.query<ConnectionSecretRow>(
    `SELECT s.connection_id AS "connectionId", s.purpose, s.set_at AS "setAt", m.name AS "setBy", s.state, s.fault,
       s.detail, s.checked_at AS "checkedAt"
     FROM hw.connection_secrets s
     LEFT JOIN hw.members m ON m.tenant_id = s.tenant_id AND m.member_id = s.set_by
     WHERE s.tenant_id = $1 AND ($2::uuid IS NULL OR s.connection_id = $2)
     ORDER BY s.connection_id, s.purpose DESC`,
    [tx.tenantId, connectionId],
  );
  return rows;
}

/** Secrets whose newest proof is older: of those that work, and of all others. The oldest first. */
export async function listSecretsToCheck(
  tx: PlatformTx,
  before: { readonly accepted: UnixMs; readonly others: UnixMs },
  limit: number,
): Promise<
  readonly { readonly tenantId: TenantId; readonly connectionId: ConnectionId; readonly purpose: FurtherPurpose }[]
> {
  const { rows } = await tx.query<{ tenantId: TenantId; connectionId: ConnectionId; purpose: FurtherPurpose }>(
    `SELECT tenant_id AS "tenantId", connection_id AS "connectionId", purpose FROM hw.connection_secrets
     WHERE checked_at IS NULL OR checked_at <= CASE WHEN state = 'accepted' THEN $1::timestamptz ELSE $2::timestamptz END
     ORDER BY checked_at NULLS FIRST LIMIT $3`,
    [new Date(before.accepted), new Date(before.others), limit],
  );
  return rows;
}

import type { ConnectionId, MemberId, TenantId, UnixMs } from '@highwater/domain';
import type { PlatformTx } from '../transactions/as-platform.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** Gives a connection its callback path and secrets; those it had stop working at once. */
export async function saveCallbackPath(
  tx: TenantTx,
  connectionId: ConnectionId,
  path: { pathHash: string; secretsSealed: Uint8Array; setAt: UnixMs; setBy: MemberId },
): Promise<void> {
  await tx.query(
    `INSERT INTO hw.callback_paths (tenant_id, connection_id, path_hash, secrets_sealed, set_at, set_by)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (tenant_id, connection_id) DO UPDATE SET path_hash = excluded.path_hash,
       secrets_sealed = excluded.secrets_sealed, set_at = excluded.set_at, set_by = excluded.set_by`,
    [tx.tenantId, connectionId, path.pathHash, path.secretsSealed, new Date(path.setAt), path.setBy],
  );
}

/** Whose path it is; only its hash is looked for. */
export async function findCallbackByPath(
  tx: PlatformTx,
  pathHash: string,
): Promise<{ readonly tenantId: TenantId; readonly connectionId: ConnectionId } | undefined> {
  const { rows } = await tx.query<{ tenantId: TenantId; connectionId: ConnectionId }>(
    `SELECT tenant_id AS "tenantId", connection_id AS "connectionId" FROM hw.callback_paths WHERE path_hash = $1`,
    [pathHash],
  );
  return rows[0];
}

/** What an event of a connection is checked against. */
export interface CallbackTarget {
  readonly corpId: string;
  /** Token and EncodingAESKey, sealed under the tenant's data key. */
  readonly secretsSealed: Buffer;
  /** Of the tenant. */
  readonly zone: string;
  readonly pullMode: 'continuous' | 'daily';
}

export async function findCallbackTarget(
  tx: TenantTx,
  connectionId: ConnectionId,
  pathHash: string,
): Promise<CallbackTarget | undefined> {
  const { rows } = await tx.query<CallbackTarget>(
    `SELECT c.corp_id AS "corpId", p.secrets_sealed AS "secretsSealed", t.zone, c.pull_mode AS "pullMode"
     FROM hw.callback_paths p
     JOIN hw.connections c ON c.tenant_id = p.tenant_id AND c.connection_id = p.connection_id
     JOIN hw.tenants t ON t.tenant_id = p.tenant_id
     WHERE p.tenant_id = $1 AND p.connection_id = $2 AND p.path_hash = $3`,
    [tx.tenantId, connectionId, pathHash],
  );
  return rows[0];
}

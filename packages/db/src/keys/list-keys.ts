import type { ConnectionId } from '@highwater/domain';
import type { ConnectionKeyRow } from '../connections/list-connections.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

export interface KeyRow extends ConnectionKeyRow {
  readonly connectionId: ConnectionId;
  /** Envelopes that came under its version. */
  readonly messages: number;
}

/** Every key of every connection, newest first, without its private half. */
export async function listKeys(tx: TenantTx): Promise<readonly KeyRow[]> {
  const { rows } = await tx.query<KeyRow>(
    `SELECT k.connection_id AS "connectionId", k.key_id AS "keyId", k.public_pem AS "publicPem",
       k.publickey_ver AS "publickeyVer", k.created_at AS "createdAt", k.bound_at AS "boundAt",
       (SELECT count(*)::int FROM hw.envelopes e WHERE e.tenant_id = k.tenant_id AND e.connection_id = k.connection_id
          AND e.publickey_ver = k.publickey_ver) AS messages
     FROM hw.connection_keys k WHERE k.tenant_id = $1 ORDER BY k.created_at DESC, k.key_id`,
    [tx.tenantId],
  );
  return rows;
}

import type { ConnectionId, KeyId } from '@highwater/domain';
import type { KeyOrigin } from '../connections/connection-keys.ts';
import type { ConnectionKeyRow } from '../connections/list-connections.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

export interface KeyRow extends ConnectionKeyRow {
  readonly connectionId: ConnectionId;
  readonly origin: KeyOrigin;
  readonly note: string | null;
  /** Name of the member who asked for it or brought it. */
  readonly addedBy: string | null;
  /** Envelopes of its version that it opened. */
  readonly messages: number;
  /** Envelopes of its version that are not opened. */
  readonly sealed: number;
}

/** Every key in the rings of all connections, newest first, without its private half; only `keyId` when it is given. */
export async function listKeys(tx: TenantTx, keyId: KeyId | null = null): Promise<readonly KeyRow[]> {
  const { rows } = await tx.query<KeyRow>(
    `SELECT k.connection_id AS "connectionId", k.key_id AS "keyId", k.public_pem AS "publicPem",
       k.publickey_ver AS "publickeyVer", k.created_at AS "createdAt", k.bound_at AS "boundAt", k.origin, k.note,
       m.name AS "addedBy", use.messages, use.sealed
     FROM hw.connection_keys k
     LEFT JOIN hw.members m ON m.tenant_id = k.tenant_id AND m.member_id = k.added_by
     CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE e.state = 'opened')::int AS messages,
         count(*) FILTER (WHERE e.state <> 'opened')::int AS sealed
       FROM hw.envelopes e WHERE e.tenant_id = k.tenant_id AND e.connection_id = k.connection_id
         AND e.publickey_ver = k.publickey_ver) use
     WHERE k.tenant_id = $1 AND k.removed_at IS NULL AND ($2::uuid IS NULL OR k.key_id = $2)
     ORDER BY k.created_at DESC, k.key_id`,
    [tx.tenantId, keyId],
  );
  return rows;
}

import type { ConnectionId, KeyId } from '@highwater/domain';
import { versionsOf } from '../connections/connection-keys.ts';
import type { ConnectionKeyRow } from '../connections/list-connections.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

export interface KeyRow extends ConnectionKeyRow {
  readonly connectionId: ConnectionId;
  readonly note: string | null;
  /** Name of the member who asked for it or brought it. */
  readonly addedBy: string | null;
  /** Envelopes of its versions that are opened. */
  readonly messages: number;
  /** Envelopes of its versions that are not. */
  readonly sealed: number;
  /**
   * Envelopes that were not tried with it yet: those of pages that were not opened, and sealed ones while they are being
   * opened again.
   */
  readonly untried: number;
  /** Others in the connection's ring. */
  readonly otherKeys: number;
}

/** Every key in the rings of all connections, newest first, without its private half; only `keyId` when it is given. */
export async function listKeys(tx: TenantTx, keyId: KeyId | null = null): Promise<readonly KeyRow[]> {
  const { rows } = await tx.query<KeyRow>(
    `SELECT k.connection_id AS "connectionId", k.key_id AS "keyId", k.public_pem AS "publicPem",
       ${versionsOf('k')} AS versions, k.created_at AS "createdAt", k.bound_at AS "boundAt", k.origin, k.note,
       m.name AS "addedBy", use.messages, use.sealed, waiting.untried,
       (SELECT count(*)::int FROM hw.connection_keys other WHERE other.tenant_id = k.tenant_id
          AND other.connection_id = k.connection_id AND other.removed_at IS NULL AND other.key_id <> k.key_id) AS "otherKeys"
     FROM hw.connection_keys k
     LEFT JOIN hw.members m ON m.tenant_id = k.tenant_id AND m.member_id = k.added_by
     CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE e.state = 'opened')::int AS messages,
         count(*) FILTER (WHERE e.state <> 'opened')::int AS sealed
       FROM hw.envelopes e WHERE e.tenant_id = k.tenant_id AND e.connection_id = k.connection_id
         AND e.publickey_ver = ANY (${versionsOf('k')})) use
     CROSS JOIN LATERAL (SELECT
         (SELECT count(*)::int FROM hw.envelopes e WHERE e.tenant_id = k.tenant_id AND e.connection_id = k.connection_id
            AND e.state = 'sealed' AND EXISTS (SELECT FROM hw.repair_runs r WHERE r.tenant_id = k.tenant_id
              AND r.connection_id = k.connection_id AND r.work = 'reopen' AND r.finished_at IS NULL))
         + (SELECT coalesce(sum(p.count), 0)::int FROM hw.pages p
            WHERE p.tenant_id = k.tenant_id AND p.connection_id = k.connection_id
              AND NOT EXISTS (SELECT FROM hw.envelopes e WHERE e.tenant_id = k.tenant_id
                AND e.connection_id = k.connection_id AND e.page_no = p.page_no)) AS untried) waiting
     WHERE k.tenant_id = $1 AND k.removed_at IS NULL AND ($2::uuid IS NULL OR k.key_id = $2)
     ORDER BY k.created_at DESC, k.key_id`,
    [tx.tenantId, keyId],
  );
  return rows;
}

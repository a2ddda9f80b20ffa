import type { ConnectionId, Fault, FaultDetail, KeyId, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { listConnectionSecrets, type ConnectionSecretRow } from '../secrets/connection-secrets.ts';
import type { CheckStep } from './connection-checks.ts';
import { versionsOf, type KeyOrigin } from './connection-keys.ts';

export interface ConnectionRow {
  readonly connectionId: ConnectionId;
  readonly corpId: string;
  readonly name: string;
  readonly createdAt: UnixMs;
  /** Decimal. */
  readonly cursorSeq: string;
  readonly lastPullAt: UnixMs | null;
  readonly lastAnswerAt: UnixMs | null;
  readonly secretSetAt: UnixMs;
  /** Name of the member. */
  readonly secretSetBy: string | null;
  readonly pullMode: 'continuous' | 'daily';
  /** "HH:MM" in the tenant's zone; of daily pulls only. */
  readonly dailyAt: string | null;
  /** Of the tenant. */
  readonly zone: string;
  readonly nextPullAt: UnixMs;
  /** When a person last asked for a pull. */
  readonly pullAskedAt: UnixMs | null;
  /** When the pull under way began. */
  readonly pullStartedAt: UnixMs | null;
  /** When the callback's secrets were made; null when WeCom is not to call. */
  readonly callbackSetAt: UnixMs | null;
  /** Name of the member. */
  readonly callbackSetBy: string | null;
  readonly lastCallbackAt: UnixMs | null;
  /** The last day on which WeCom called, "YYYY-MM-DD", and how often it did. */
  readonly lastCallbackDay: string | null;
  readonly callbacksOfDay: number | null;
  /** Those made here first, the newest of them first. */
  readonly keys: readonly ConnectionKeyRow[];
  /** How the secrets beside the archive's stand; only those that were set. */
  readonly secrets: readonly Omit<ConnectionSecretRow, 'connectionId'>[];
  /** In the order in which they build on each other. */
  readonly checks: readonly ConnectionCheckRow[];
}

export interface ConnectionKeyRow {
  readonly keyId: KeyId;
  readonly publicPem: string;
  readonly origin: KeyOrigin;
  /** WeCom's numbers for it, as messages proved them, in that order. */
  readonly versions: readonly number[];
  readonly createdAt: UnixMs;
  /** When the first of them was proved. */
  readonly boundAt: UnixMs | null;
}

export interface ConnectionCheckRow {
  readonly step: CheckStep;
  readonly state: 'passed' | 'failed' | 'waiting';
  readonly fault: Fault | null;
  readonly detail: FaultDetail;
  readonly checkedAt: UnixMs;
}

/** Connections as their page shows them, oldest first; only `connectionId` when it is given. No secret is among it. */
export async function listConnections(
  tx: TenantTx,
  connectionId: ConnectionId | null = null,
): Promise<readonly ConnectionRow[]> {
  const values = [tx.tenantId, connectionId];
  const connections = await tx.query<Omit<ConnectionRow, 'keys' | 'secrets' | 'checks'>>(
    `SELECT c.connection_id AS "connectionId", c.corp_id AS "corpId", c.name, c.created_at AS "createdAt",
       c.cursor_seq AS "cursorSeq", c.last_pull_at AS "lastPullAt", c.last_answer_at AS "lastAnswerAt",
       c.secret_set_at AS "secretSetAt", m.name AS "secretSetBy", c.pull_mode AS "pullMode", c.daily_at AS "dailyAt",
       t.zone, c.next_pull_at AS "nextPullAt", c.pull_asked_at AS "pullAskedAt", c.pull_started_at AS "pullStartedAt",
       p.set_at AS "callbackSetAt", pm.name AS "callbackSetBy", e.last_at AS "lastCallbackAt",
       e.day::text AS "lastCallbackDay", e.count AS "callbacksOfDay"
     FROM hw.connections c JOIN hw.tenants t ON t.tenant_id = c.tenant_id
     LEFT JOIN hw.members m ON m.tenant_id = c.tenant_id AND m.member_id = c.secret_set_by
     LEFT JOIN hw.callback_paths p ON p.tenant_id = c.tenant_id AND p.connection_id = c.connection_id
     LEFT JOIN hw.members pm ON pm.tenant_id = p.tenant_id AND pm.member_id = p.set_by
     LEFT JOIN LATERAL (SELECT day, count, last_at FROM hw.callbacks d
       WHERE d.tenant_id = c.tenant_id AND d.connection_id = c.connection_id ORDER BY day DESC LIMIT 1) e ON true
     WHERE c.tenant_id = $1 AND ($2::uuid IS NULL OR c.connection_id = $2) ORDER BY c.created_at, c.connection_id`,
    values,
  );
  const keys = await tx.query<ConnectionKeyRow & Owned>(
    `SELECT connection_id AS "ownerId", key_id AS "keyId", public_pem AS "publicPem", origin, ${versionsOf('k')} AS versions,
       created_at AS "createdAt", bound_at AS "boundAt"
     FROM hw.connection_keys k
     WHERE tenant_id = $1 AND ($2::uuid IS NULL OR connection_id = $2) AND removed_at IS NULL
     ORDER BY origin = 'imported', created_at DESC, key_id`,
    values,
  );
  const checks = await tx.query<ConnectionCheckRow & Owned>(
    `SELECT connection_id AS "ownerId", step, state, fault, detail, checked_at AS "checkedAt"
     FROM hw.connection_checks WHERE tenant_id = $1 AND ($2::uuid IS NULL OR connection_id = $2)
     ORDER BY array_position(ARRAY['credentials', 'address', 'key', 'first_message'], step)`,
    values,
  );
  const secrets = await listConnectionSecrets(tx, connectionId);
  return connections.rows.map((row) => ({
    ...row,
    secrets: secrets.filter((secret) => secret.connectionId === row.connectionId),
    keys: keys.rows.filter(({ ownerId }) => ownerId === row.connectionId),
    checks: checks.rows.filter(({ ownerId }) => ownerId === row.connectionId),
  }));
}

interface Owned {
  readonly ownerId: ConnectionId;
}

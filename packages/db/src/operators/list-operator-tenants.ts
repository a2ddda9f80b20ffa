import type { TenantId, UnixMs } from '@highwater/domain';
import type { PlatformTx } from '../transactions/as-platform.ts';

/** A tenant in the operator's console: counts, times and states, nothing of its content. */
export interface OperatorTenantRow {
  readonly tenantId: TenantId;
  readonly name: string;
  readonly status: 'active' | 'suspended';
  readonly createdAt: UnixMs;
  readonly members: number;
  readonly connections: number;
  /** Envelopes in stored pages. */
  readonly messages: number;
  readonly lastPullAt: UnixMs | null;
  readonly openFindings: number;
}

/** All tenants; the one pulled longest ago first. */
export async function listOperatorTenants(tx: PlatformTx): Promise<readonly OperatorTenantRow[]> {
  const { rows } = await tx.query<OperatorTenantRow>(
    `SELECT t.tenant_id AS "tenantId", t.name, t.status, t.created_at AS "createdAt",
       (SELECT count(*)::int FROM hw.members m WHERE m.tenant_id = t.tenant_id AND m.status = 'active') AS members,
       pulled.connections, pulled.at AS "lastPullAt",
       (SELECT coalesce(sum(p.count), 0)::int FROM hw.pages p WHERE p.tenant_id = t.tenant_id AND p.kind = 'pull') AS messages,
       (SELECT count(*)::int FROM hw.findings f WHERE f.tenant_id = t.tenant_id AND f.resolved_at IS NULL) AS "openFindings"
     FROM hw.tenants t
     CROSS JOIN LATERAL (SELECT count(*)::int AS connections, min(c.last_pull_at) AS at
       FROM hw.connections c WHERE c.tenant_id = t.tenant_id) pulled
     ORDER BY pulled.at NULLS LAST, t.created_at, t.tenant_id`,
  );
  return rows;
}

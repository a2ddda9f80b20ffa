import {
  ENRICHMENT_KINDS,
  type ConnectionId,
  type EnrichmentKind,
  type TenantId,
  type UnixMs,
} from '@highwater/domain';
import type { PlatformTx } from '../transactions/as-platform.ts';

export interface DueEnrichment {
  readonly tenantId: TenantId;
  readonly connectionId: ConnectionId;
  readonly kind: EnrichmentKind;
}

/**
 * What there is to enrich, the longest waiting first. Kinds that list are due by the clock; kinds that look at things one
 * by one are due when one of these is, which costs one probe of an index each: not EXISTS, which the planner may turn
 * into a scan of everybody. Those that a worker is at are left out; a connection that was never looked after has all kinds
 * due.
 */
export async function listDueEnrichments(
  tx: PlatformTx,
  now: UnixMs,
  limit: number,
): Promise<readonly DueEnrichment[]> {
  const person = (kind: string): string => `(SELECT true FROM hw.people p WHERE p.tenant_id = e.tenant_id
    AND p.connection_id = e.connection_id AND p.kind = '${kind}' AND p.next_look_at <= $1 LIMIT 1)`;
  const { rows } = await tx.query<DueEnrichment>(
    `SELECT e.tenant_id AS "tenantId", e.connection_id AS "connectionId", e.kind, e.last_run_at AS last
     FROM hw.enrichments e
     WHERE e.next_run_at <= $1 AND (e.leased_until IS NULL OR e.leased_until <= $1)
       AND CASE WHEN e.woken_at IS NOT NULL THEN true
         WHEN e.kind = 'employees' THEN ${person('employee')}
         WHEN e.kind = 'external_contacts' THEN ${person('external_contact')}
         WHEN e.kind = 'robots' THEN ${person('robot')}
         WHEN e.kind = 'rooms' THEN (SELECT true FROM hw.rooms r WHERE r.tenant_id = e.tenant_id
           AND r.connection_id = e.connection_id AND r.next_look_at <= $1 LIMIT 1)
         ELSE true END
     UNION ALL
     SELECT c.tenant_id, c.connection_id, kind, NULL FROM hw.connections c CROSS JOIN unnest($3::text[]) AS kind
     WHERE NOT EXISTS (SELECT FROM hw.enrichments e WHERE e.tenant_id = c.tenant_id AND e.connection_id = c.connection_id)
     ORDER BY last NULLS FIRST, "connectionId", kind LIMIT $2`,
    [new Date(now), limit, ENRICHMENT_KINDS],
  );
  return rows.map(({ tenantId, connectionId, kind }) => ({ tenantId, connectionId, kind }));
}

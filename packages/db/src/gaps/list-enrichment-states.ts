import type { ConnectionId, EnrichmentKind, Fault, FaultDetail, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** How far one kind of enrichment of a connection is. */
export interface EnrichmentStateRow {
  readonly connectionId: ConnectionId;
  readonly kind: EnrichmentKind;
  readonly lastRunAt: UnixMs | null;
  /** When all that it lists was last listed whole. */
  readonly lastWholeAt: UnixMs | null;
  /** What stops it now. */
  readonly fault: Fault | null;
  readonly detail: FaultDetail;
  readonly stoppedSince: UnixMs | null;
  /** When it goes on by itself. */
  readonly nextRunAt: UnixMs;
}

/** Every kind of enrichment that ran or was stopped, of all connections. */
export async function listEnrichmentStates(tx: TenantTx): Promise<readonly EnrichmentStateRow[]> {
  const { rows } = await tx.query<EnrichmentStateRow>(
    `SELECT connection_id AS "connectionId", kind, last_run_at AS "lastRunAt", last_whole_at AS "lastWholeAt", fault, detail,
       stopped_since AS "stoppedSince", next_run_at AS "nextRunAt"
     FROM hw.enrichments WHERE tenant_id = $1 ORDER BY connection_id, kind`,
    [tx.tenantId],
  );
  return rows;
}

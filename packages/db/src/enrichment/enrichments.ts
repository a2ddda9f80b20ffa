import {
  ENRICHMENT_KINDS,
  type ConnectionId,
  type EnrichmentKind,
  type Fault,
  type FaultDetail,
  type UnixMs,
} from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** How far one kind of enrichment of one connection is. */
export interface EnrichmentRow {
  readonly kind: EnrichmentKind;
  /** Where a walk over pages of an API stands; null between walks. */
  readonly cursor: string | null;
  readonly lastRunAt: UnixMs | null;
  readonly lastWholeAt: UnixMs | null;
  readonly fault: Fault | null;
  readonly detail: FaultDetail;
  readonly stoppedSince: UnixMs | null;
  readonly nextRunAt: UnixMs;
  readonly stops: number;
  readonly wokenAt: UnixMs | null;
}

const COLUMNS = `kind, cursor, last_run_at AS "lastRunAt", last_whole_at AS "lastWholeAt", fault, detail,
  stopped_since AS "stoppedSince", next_run_at AS "nextRunAt", stops, woken_at AS "wokenAt"`;
const ROW = 'tenant_id = $1 AND connection_id = $2 AND kind = $3';

/** Makes the rows of all kinds of a connection, where they are missing: all or none, so that the sweep sees who has none. */
export async function addEnrichments(tx: TenantTx, connectionId: ConnectionId): Promise<void> {
  await tx.query(
    `INSERT INTO hw.enrichments (tenant_id, connection_id, kind)
     SELECT tenant_id, connection_id, kind FROM hw.connections CROSS JOIN unnest($3::text[]) AS kind
     WHERE tenant_id = $1 AND connection_id = $2 ORDER BY kind ON CONFLICT DO NOTHING`,
    [tx.tenantId, connectionId, ENRICHMENT_KINDS],
  );
}

/**
 * Takes one kind for a worker until `until`. Undefined while another has it, or while it waits for its time. A lease that
 * ends later than any could is from before the clock went back.
 */
export async function claimEnrichment(
  tx: TenantTx,
  connectionId: ConnectionId,
  kind: EnrichmentKind,
  lease: { readonly now: UnixMs; readonly until: UnixMs },
): Promise<EnrichmentRow | undefined> {
  const times = [new Date(lease.now), new Date(lease.until)];
  await addEnrichments(tx, connectionId);
  const { rows } = await tx.query<EnrichmentRow>(
    `UPDATE hw.enrichments SET leased_until = $5, last_run_at = $4
     WHERE ${ROW} AND next_run_at <= $4 AND (leased_until IS NULL OR leased_until <= $4 OR leased_until > $5)
     RETURNING ${COLUMNS}`,
    [tx.tenantId, connectionId, kind, ...times],
  );
  return rows[0];
}

/** Notes a step that succeeded, in its transaction: where the walk stands, that nothing stops it, and the lease goes on. */
export async function holdEnrichment(
  tx: TenantTx,
  connectionId: ConnectionId,
  kind: EnrichmentKind,
  step: { readonly until: UnixMs; readonly cursor: string | null; readonly wholeAt: UnixMs | null },
): Promise<void> {
  await tx.query(
    `UPDATE hw.enrichments SET leased_until = $4, cursor = $5, last_whole_at = coalesce($6, last_whole_at),
       fault = NULL, detail = '{}', stopped_since = NULL, stops = 0 WHERE ${ROW}`,
    [tx.tenantId, connectionId, kind, new Date(step.until), step.cursor, step.wholeAt && new Date(step.wholeAt)],
  );
}

/** Ends a turn. One that was woken meanwhile keeps its earlier time. */
export async function finishEnrichment(
  tx: TenantTx,
  connectionId: ConnectionId,
  kind: EnrichmentKind,
  end: { readonly now: UnixMs; readonly startedAt: UnixMs; readonly nextRunAt: UnixMs },
): Promise<void> {
  await tx.query(
    `UPDATE hw.enrichments SET leased_until = NULL, last_run_at = $4, stops = 0,
       next_run_at = CASE WHEN next_run_at > $6 THEN least(next_run_at, $5) ELSE $5 END,
       fault = NULL, detail = '{}', stopped_since = NULL WHERE ${ROW}`,
    [tx.tenantId, connectionId, kind, new Date(end.now), new Date(end.nextRunAt), new Date(end.startedAt)],
  );
}

/** Ends a turn that something stopped; returns since when it stands still. `counts` makes the next wait longer. */
export async function stopEnrichment(
  tx: TenantTx,
  connectionId: ConnectionId,
  kind: EnrichmentKind,
  stop: {
    readonly now: UnixMs;
    readonly nextRunAt: UnixMs;
    readonly fault: Fault;
    readonly detail: FaultDetail;
    readonly counts: boolean;
  },
): Promise<UnixMs> {
  const { rows } = await tx.query<{ since: UnixMs }>(
    `UPDATE hw.enrichments SET leased_until = NULL, last_run_at = $4, next_run_at = $5, fault = $6, detail = $7::jsonb,
       stops = stops + $8::int, stopped_since = least(coalesce(stopped_since, $4), $4)
     WHERE ${ROW} RETURNING stopped_since AS since`,
    [
      tx.tenantId,
      connectionId,
      kind,
      new Date(stop.now),
      new Date(stop.nextRunAt),
      stop.fault,
      JSON.stringify(stop.detail),
      stop.counts ? 1 : 0,
    ],
  );
  return rows[0]?.since ?? stop.now;
}

/** What was woken before or at `wokenAt` is seen to. */
export async function clearWoken(
  tx: TenantTx,
  connectionId: ConnectionId,
  kind: EnrichmentKind,
  wokenAt: UnixMs,
): Promise<void> {
  await tx.query(`UPDATE hw.enrichments SET woken_at = NULL WHERE ${ROW} AND woken_at <= $4`, [
    tx.tenantId,
    connectionId,
    kind,
    new Date(wokenAt),
  ]);
}

import type { ConnectionId, Fault, PersonState, RoomState, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** What is enriched one by one. */
export type CoveredKind = 'employee' | 'external_contact' | 'robot' | 'room';

/** People or rooms of one connection that stand alike, for the same cause. */
export interface CoverageGroup {
  readonly connectionId: ConnectionId;
  readonly kind: CoveredKind;
  readonly state: PersonState | RoomState;
  readonly fault: Fault | null;
  readonly count: number;
  /** Of these whose time to be looked at has come. */
  readonly due: number;
  /** The newest look at one of them; null when none was looked at. */
  readonly lookedAt: UnixMs | null;
  /** When the first of them is looked at again; null when none is by itself. */
  readonly nextLookAt: UnixMs | null;
}

const COUNTS = (due: string) => `state, fault, count(*)::int AS count,
  (count(*) FILTER (WHERE next_look_at <= ${due}))::int AS due, max(looked_at) AS "lookedAt", min(next_look_at) AS "nextLookAt"`;

/** All people and rooms that the archive knows, by connection, kind, state and cause. */
export async function countCoverage(tx: TenantTx, now: UnixMs): Promise<readonly CoverageGroup[]> {
  const { rows } = await tx.query<CoverageGroup>(
    `SELECT connection_id AS "connectionId", kind, ${COUNTS('$2')} FROM hw.people WHERE tenant_id = $1
     GROUP BY connection_id, kind, state, fault
     UNION ALL
     SELECT connection_id, 'room', ${COUNTS('$2')} FROM hw.rooms WHERE tenant_id = $1 GROUP BY connection_id, state, fault
     ORDER BY 1, 2, count DESC, state, fault`,
    [tx.tenantId, new Date(now)],
  );
  return rows;
}

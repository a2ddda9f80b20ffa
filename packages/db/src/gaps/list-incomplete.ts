import type { ConnectionId, Fault, PersonState, RoomState, UnixMs } from '@highwater/domain';
import { SqlValues } from '../conditions/sql-values.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import type { CoveredKind } from './count-coverage.ts';

/** A person or room of which something is not known. */
export interface IncompleteRow {
  readonly connectionId: ConnectionId;
  /** Person key or room id. */
  readonly key: string;
  readonly name: string | null;
  readonly state: PersonState | RoomState;
  readonly fault: Fault | null;
  readonly lookedAt: UnixMs | null;
  readonly nextLookAt: UnixMs | null;
  /** Looks in a row that did not bring it. */
  readonly misses: number;
}

export interface IncompleteFilter {
  readonly kind: CoveredKind;
  readonly connectionId: ConnectionId | null;
  readonly state: PersonState | RoomState | null;
  readonly fault: Fault | null;
}

/** People or rooms of a kind that are not complete, by key. `after` is the last one of the page before. */
export async function listIncomplete(
  tx: TenantTx,
  filter: IncompleteFilter,
  page: { readonly after: Pick<IncompleteRow, 'key' | 'connectionId'> | null; readonly limit: number },
): Promise<readonly IncompleteRow[]> {
  const values = new SqlValues();
  const isRoom = filter.kind === 'room';
  const key = isRoom ? 'o.room_id' : 'o.person_key';
  const conditions = [`o.tenant_id = ${values.add(tx.tenantId)}`, `o.state <> 'complete'`];
  if (!isRoom) conditions.push(`o.kind = ${values.add(filter.kind)}`);
  if (filter.connectionId !== null) conditions.push(`o.connection_id = ${values.add(filter.connectionId)}`);
  if (filter.state !== null) conditions.push(`o.state = ${values.add(filter.state)}`);
  if (filter.fault !== null) conditions.push(`o.fault = ${values.add(filter.fault)}`);
  if (page.after !== null) {
    conditions.push(
      `(${key}, o.connection_id) > (${values.add(page.after.key)}, ${values.add(page.after.connectionId)}::uuid)`,
    );
  }
  const { rows } = await tx.query<IncompleteRow>(
    `SELECT o.connection_id AS "connectionId", ${key} AS key, o.name, o.state, o.fault, o.looked_at AS "lookedAt",
       o.next_look_at AS "nextLookAt", o.misses
     FROM ${isRoom ? 'hw.rooms' : 'hw.people'} o WHERE ${conditions.join(' AND ')}
     ORDER BY ${key}, o.connection_id LIMIT ${values.add(page.limit)}`,
    values.all,
  );
  return rows;
}

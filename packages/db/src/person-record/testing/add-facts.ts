import type { ConnectionId, PersonKey, RoomId, UnixMs } from '@highwater/domain';
import { ROW_TIME } from '@highwater/testkit';
import type { TenantTx } from '../../transactions/in-tenant.ts';

/** An interval as enrichment would have written it; it holds to this day unless it ended. */
export async function addInterval(
  tx: TenantTx,
  connectionId: ConnectionId,
  of: { subject: 'person' | 'follow' | 'room'; key: string; attribute?: string },
  value: string,
  [from, until, endedBy = null]: readonly [from: UnixMs, until: UnixMs, endedBy?: UnixMs | null],
): Promise<void> {
  const ended = endedBy === null ? null : new Date(endedBy);
  await tx.query(
    `INSERT INTO hw.intervals (tenant_id, connection_id, subject, subject_key, attribute, value, seen_from, seen_until, ended_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tx.tenantId,
      connectionId,
      of.subject,
      of.key,
      of.attribute ?? 'name',
      value,
      new Date(from),
      new Date(until),
      ended,
    ],
  );
}

/** Sets columns of a person; names of columns are the test's own. */
export async function knowPerson(
  tx: TenantTx,
  connectionId: ConnectionId,
  personKey: PersonKey,
  columns: Readonly<Record<string, unknown>>,
): Promise<void> {
  const names = Object.keys(columns);
  await tx.query(
    `UPDATE hw.people SET ${names.map((name, at) => `${name} = $${at + 4}`).join(', ')}
     WHERE tenant_id = $1 AND connection_id = $2 AND person_key = $3`,
    [tx.tenantId, connectionId, personKey, ...Object.values(columns)],
  );
}

export async function addFollow(
  tx: TenantTx,
  connectionId: ConnectionId,
  external: PersonKey,
  employee: PersonKey,
  remark: string | null,
  tags: readonly string[] = [],
): Promise<void> {
  await tx.query(
    `INSERT INTO hw.follows (tenant_id, connection_id, external_key, employee_key, remark, tags, added_at, seen_from, seen_until)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $7)`,
    [tx.tenantId, connectionId, external, employee, remark, tags, new Date(ROW_TIME)],
  );
}

export async function addDepartment(
  tx: TenantTx,
  connectionId: ConnectionId,
  id: number,
  parent: number | null,
  name: string | null,
): Promise<void> {
  await tx.query(
    `INSERT INTO hw.departments (tenant_id, connection_id, department_id, parent_id, name, seen_from, seen_until)
     VALUES ($1, $2, $3, $4, $5, $6, $6)`,
    [tx.tenantId, connectionId, id, parent, name, new Date(ROW_TIME)],
  );
}

export async function addRoomStay(
  tx: TenantTx,
  connectionId: ConnectionId,
  roomId: RoomId,
  personKey: PersonKey,
  endedBy: UnixMs | null = null,
): Promise<void> {
  await tx.query(
    `INSERT INTO hw.room_members (tenant_id, connection_id, room_id, person_key, seen_from, seen_until, ended_by)
     VALUES ($1, $2, $3, $4, $5, $5, $6)`,
    [tx.tenantId, connectionId, roomId, personKey, new Date(ROW_TIME), endedBy === null ? null : new Date(endedBy)],
  );
}

export async function addConsentState(
  tx: TenantTx,
  connectionId: ConnectionId,
  external: PersonKey,
  counterpart: { employee: PersonKey } | { room: RoomId },
): Promise<void> {
  const inRoom = 'room' in counterpart;
  await tx.query(
    `INSERT INTO hw.consent_states (tenant_id, connection_id, external_key, counterpart, in_room, status, changed_at, looked_at)
     VALUES ($1, $2, $3, $4, $5, 'agree', $6, $6)`,
    [tx.tenantId, connectionId, external, inRoom ? counterpart.room : counterpart.employee, inRoom, new Date(ROW_TIME)],
  );
}

export async function addPermit(tx: TenantTx, connectionId: ConnectionId, personKey: PersonKey): Promise<void> {
  await tx.query(
    `INSERT INTO hw.permits (tenant_id, connection_id, person_key, edition, seen_from, seen_until)
     VALUES ($1, $2, $3, 2, $4, $4)`,
    [tx.tenantId, connectionId, personKey, new Date(ROW_TIME)],
  );
}

import type { AccessCondition, ConnectionId, PersonKey, UnixMs } from '@highwater/domain';
import { SqlValues } from '../conditions/sql-values.ts';
import type { PersonRow } from '../people/person-row.ts';
import { selectSeenPeople } from '../people/seen-people.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** Which person: the same id of two corps is two people. */
export interface PersonPlace {
  readonly connectionId: ConnectionId;
  readonly personKey: PersonKey;
}

export interface PersonRecordRow extends PersonRow {
  readonly alias: string | null;
  readonly position: string | null;
  /** WeCom's number of an external contact: 1 WeChat, 2 WeCom. */
  readonly contactType: number | null;
  /** The main one first. */
  readonly departmentIds: readonly string[];
  /** WeCom's number: 1 active, 2 disabled, 4 not activated, 5 left. */
  readonly employeeStatus: number | null;
  /** Of robots. */
  readonly creator: PersonKey | null;
  readonly lookedAt: UnixMs | null;
  readonly nextLookAt: UnixMs | null;
}

const MORE = `, p.alias, p.position, p.contact_type AS "contactType", p.department_ids AS "departmentIds",
  p.employee_status AS "employeeStatus", p.creator, p.looked_at AS "lookedAt", p.next_look_at AS "nextLookAt"`;

/** A person whom the reader may see today. What else is known of them is asked for only after this found them. */
export async function findPerson(
  tx: TenantTx,
  access: AccessCondition,
  { connectionId, personKey }: PersonPlace,
): Promise<PersonRecordRow | undefined> {
  if (access.kind === 'none') return undefined;
  const values = new SqlValues();
  const from = selectSeenPeople(access, values, MORE);
  const { rows } = await tx.query<PersonRecordRow>(
    `${from} WHERE p.tenant_id = ${values.add(tx.tenantId)} AND p.connection_id = ${values.add(connectionId)}
       AND p.person_key = ${values.add(personKey)}`,
    values.all,
  );
  return rows[0];
}

import type { AccessCondition, ConnectionId, MemberId, PersonKey, UnixMs } from '@highwater/domain';
import { SqlValues } from '../conditions/sql-values.ts';
import type { PersonRow } from '../people/person-row.ts';
import { selectSeenPeople } from '../people/seen-people.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import type { PersonPlace } from './find-person.ts';

/** One of the ids that WeCom says belong to one WeChat user. */
export interface CustomerIdRow extends PersonRow {
  /** Somebody said that this id is another person. */
  readonly isSplit: boolean;
}

/** A person's own id and those with the same unionid, as far as the reader may see them; nothing where none is known. */
export async function listCustomerIds(
  tx: TenantTx,
  access: AccessCondition,
  { connectionId, personKey }: PersonPlace,
): Promise<readonly CustomerIdRow[]> {
  if (access.kind === 'none') return [];
  const values = new SqlValues();
  const tenant = values.add(tx.tenantId);
  const isSplit = `EXISTS (SELECT FROM hw.customer_splits s WHERE s.tenant_id = p.tenant_id
    AND s.connection_id = p.connection_id AND s.person_key = p.person_key)`;
  const from = selectSeenPeople(access, values, `, ${isSplit} AS "isSplit"`);
  const { rows } = await tx.query<CustomerIdRow>(
    `${from} WHERE p.tenant_id = ${tenant} AND p.unionid = (SELECT me.unionid FROM hw.people me
       WHERE me.tenant_id = ${tenant} AND me.connection_id = ${values.add(connectionId)}
         AND me.person_key = ${values.add(personKey)})
     ORDER BY p.person_key, p.connection_id`,
    values.all,
  );
  return rows;
}

/** Says that an id is another person than those with its unionid. False when it was said before or has no unionid. */
export async function separateCustomer(
  tx: TenantTx,
  { connectionId, personKey }: PersonPlace,
  by: MemberId,
  now: UnixMs,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO hw.customer_splits (tenant_id, connection_id, person_key, split_by, split_at)
     SELECT p.tenant_id, p.connection_id, p.person_key, $4, $5 FROM hw.people p
     WHERE p.tenant_id = $1 AND p.connection_id = $2 AND p.person_key = $3 AND p.unionid IS NOT NULL
     ON CONFLICT DO NOTHING`,
    [tx.tenantId, connectionId, personKey, by, new Date(now)],
  );
  return rowCount === 1;
}

/** Takes that back. False when it was not said. */
export async function joinCustomer(tx: TenantTx, { connectionId, personKey }: PersonPlace): Promise<boolean> {
  const { rowCount } = await tx.query(
    'DELETE FROM hw.customer_splits WHERE tenant_id = $1 AND connection_id = $2 AND person_key = $3',
    [tx.tenantId, connectionId, personKey],
  );
  return rowCount === 1;
}

/** Another id of a person. */
export interface OtherIdRow extends PersonPlace {
  /** Of whom. */
  readonly of: PersonPlace;
}

/** The other ids of these people that the reader may see, none that somebody said is another person. */
export async function listOtherIds(
  tx: TenantTx,
  access: AccessCondition,
  people: readonly PersonPlace[],
): Promise<readonly OtherIdRow[]> {
  if (access.kind === 'none' || people.length === 0) return [];
  const values = new SqlValues();
  const tenant = values.add(tx.tenantId);
  const asked = `unnest(${values.add(people.map(({ connectionId }) => connectionId))}::uuid[],
    ${values.add(people.map(({ personKey }) => personKey))}::text[]) AS asked (connection_id, person_key)`;
  const isSplit = (person: string) => `EXISTS (SELECT FROM hw.customer_splits s WHERE s.tenant_id = ${person}.tenant_id
    AND s.connection_id = ${person}.connection_id AND s.person_key = ${person}.person_key)`;
  const others = `(SELECT other.*, me.connection_id AS of_connection, me.person_key AS of_person FROM ${asked}
    JOIN hw.people me ON me.tenant_id = ${tenant} AND me.connection_id = asked.connection_id
      AND me.person_key = asked.person_key
    JOIN hw.people other ON other.tenant_id = ${tenant} AND other.unionid = me.unionid
      AND (other.connection_id, other.person_key) <> (me.connection_id, me.person_key)
    WHERE NOT ${isSplit('me')} AND NOT ${isSplit('other')}) p`;
  const more = `, p.of_connection AS "ofConnection", p.of_person AS "ofPerson"`;
  const { rows } = await tx.query<PersonRow & { ofConnection: ConnectionId; ofPerson: PersonKey }>(
    `${selectSeenPeople(access, values, more, others)} ORDER BY p.person_key, p.connection_id`,
    values.all,
  );
  return rows.map(({ connectionId, personKey, ofConnection, ofPerson }) => ({
    connectionId,
    personKey,
    of: { connectionId: ofConnection, personKey: ofPerson },
  }));
}

import type { AccessCondition, MemberId, UnixMs } from '@highwater/domain';
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

import type { PersonKey } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/**
 * The ids of each person given, in the order given: its own first, then those of other corps that WeCom says are the same
 * customer and that nobody said are another. For asking for a person by any of its ids; what is found is read under the
 * reader's own access.
 */
export async function listSameIds(
  tx: TenantTx,
  keys: readonly PersonKey[],
): Promise<readonly (readonly PersonKey[])[]> {
  if (keys.length === 0) return [];
  const isSplit = (person: string) => `EXISTS (SELECT FROM hw.customer_splits s WHERE s.tenant_id = ${person}.tenant_id
    AND s.connection_id = ${person}.connection_id AND s.person_key = ${person}.person_key)`;
  const { rows } = await tx.query<{ of: PersonKey; also: PersonKey }>(
    `SELECT DISTINCT me.person_key AS of, other.person_key AS also
     FROM hw.people me JOIN hw.people other ON other.tenant_id = me.tenant_id AND other.unionid = me.unionid
     WHERE me.tenant_id = $1 AND me.person_key = ANY($2::text[]) AND other.person_key <> me.person_key
       AND NOT ${isSplit('me')} AND NOT ${isSplit('other')}`,
    [tx.tenantId, [...new Set(keys)]],
  );
  const others = Map.groupBy(rows, ({ of }) => of);
  return keys.map((key) => [key, ...(others.get(key) ?? []).map(({ also }) => also).toSorted()]);
}

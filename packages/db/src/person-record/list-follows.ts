import type { AccessCondition, PersonKey, UnixMs } from '@highwater/domain';
import { employeesSql } from '../conditions/employees-sql.ts';
import { SqlValues } from '../conditions/sql-values.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import type { PersonPlace } from './find-person.ts';

/** An employee's relation to an external contact, as it was at the last look. */
export interface FollowRow {
  readonly connectionId: PersonPlace['connectionId'];
  readonly externalKey: PersonKey;
  readonly employeeKey: PersonKey;
  readonly remark: string | null;
  readonly description: string | null;
  readonly addedAt: UnixMs | null;
  readonly tags: readonly string[];
  readonly remarkCorpName: string | null;
  readonly remarkMobiles: readonly string[];
  /** WeCom's number. */
  readonly addWay: number | null;
  readonly seenFrom: UnixMs;
  readonly seenUntil: UnixMs;
  /** The look or event that found the relation gone. */
  readonly endedBy: UnixMs | null;
}

/** Relations of employees whom the reader may see to external contacts, those that hold first, then by employee. */
export async function listFollowsOf(
  tx: TenantTx,
  access: AccessCondition,
  people: readonly PersonPlace[],
): Promise<readonly FollowRow[]> {
  if (people.length === 0) return [];
  const values = new SqlValues();
  const tenant = values.add(tx.tenantId);
  const connections = values.add(people.map((person) => person.connectionId));
  const keys = values.add(people.map((person) => person.personKey));
  const { rows } = await tx.query<FollowRow>(
    `SELECT f.connection_id AS "connectionId", f.external_key AS "externalKey", f.employee_key AS "employeeKey", f.remark,
       f.description, f.added_at AS "addedAt", f.tags, f.remark_corp_name AS "remarkCorpName",
       f.remark_mobiles AS "remarkMobiles", f.add_way AS "addWay", f.seen_from AS "seenFrom",
       f.seen_until AS "seenUntil", f.ended_by AS "endedBy"
     FROM unnest(${connections}::uuid[], ${keys}::text[]) AS wanted (connection_id, person_key)
     JOIN hw.follows f ON f.tenant_id = ${tenant} AND f.connection_id = wanted.connection_id
       AND f.external_key = wanted.person_key
     WHERE ${employeesSql(access, { employee: 'f.employee_key', customer: 'f.external_key' }, values)}
     ORDER BY f.ended_by IS NOT NULL, f.employee_key`,
    values.all,
  );
  return rows;
}

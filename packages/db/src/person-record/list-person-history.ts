import type { AccessCondition, PersonKey, UnixMs } from '@highwater/domain';
import { employeesSql } from '../conditions/employees-sql.ts';
import { SqlValues } from '../conditions/sql-values.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import type { PersonPlace } from './find-person.ts';

/** A value from the first look that found it to the last; `endedBy` is the look or event that found another. */
export interface PersonChange {
  /** name, alias, position, corp_name, status, departments (ids, comma between); of an employee's note remark, tags. */
  readonly attribute: string;
  readonly value: string;
  /** Whose note it is; null for what is true of the person. */
  readonly employee: PersonKey | null;
  readonly seenFrom: UnixMs;
  readonly seenUntil: UnixMs;
  readonly endedBy: UnixMs | null;
}

/** What was seen of a person, newest first, at most `limit`; notes only of employees whom the reader may see. */
export async function listPersonHistory(
  tx: TenantTx,
  access: AccessCondition,
  { connectionId, personKey }: PersonPlace,
  limit: number,
): Promise<readonly PersonChange[]> {
  const values = new SqlValues();
  const tenant = values.add(tx.tenantId);
  const connection = values.add(connectionId);
  const person = values.add(personKey);
  const note = { employee: 'f.employee_key', customer: 'f.external_key' };
  const columns = `i.attribute, i.value, i.seen_from AS "seenFrom", i.seen_until AS "seenUntil", i.ended_by AS "endedBy"`;
  const { rows } = await tx.query<PersonChange>(
    `SELECT ${columns}, NULL AS employee FROM hw.intervals i
     WHERE i.tenant_id = ${tenant} AND i.connection_id = ${connection} AND i.subject = 'person'
       AND i.subject_key = ${person}
     UNION ALL
     SELECT ${columns}, f.employee_key FROM hw.follows f
     JOIN hw.intervals i ON i.tenant_id = f.tenant_id AND i.connection_id = f.connection_id AND i.subject = 'follow'
       AND i.subject_key = f.external_key || ' ' || f.employee_key
     WHERE f.tenant_id = ${tenant} AND f.connection_id = ${connection} AND f.external_key = ${person}
       AND ${employeesSql(access, note, values, { from: 'i.seen_from', until: 'i.ended_by' })}
     ORDER BY "seenFrom" DESC, attribute, employee LIMIT ${values.add(limit)}`,
    values.all,
  );
  return rows;
}

import type { AccessClause, PersonKey, UnixMs } from '@highwater/domain';
import { attendedSql, startOfDay } from '../conditions/attended-sql.ts';
import { partClauses } from '../conditions/open-clauses.ts';
import { SqlValues } from '../conditions/sql-values.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { dayOf, grantedDays } from './granted-days.ts';

/**
 * Start (UTC) of the nearest day, that of `at` included, on which one of these ids of a person and somebody of a clause
 * took part in the same conversation, or on which they took part in one where a clause without people may hold. There may be a message between them on that day; on days between there is none.
 */
export async function findSharedDay(
  tx: TenantTx,
  clauses: readonly AccessClause[],
  people: readonly PersonKey[],
  at: UnixMs,
  towards: 'older' | 'newer',
): Promise<UnixMs | undefined> {
  const { named, open } = partClauses(clauses);
  const values = new SqlValues();
  const tenant = values.add(tx.tenantId);
  const ids = values.add(people);
  const granted = grantedDays(named).map((list) => values.add(list));
  const [sign, order] = towards === 'older' ? ['<=', 'DESC'] : ['>=', 'ASC'];
  const meets = [
    `EXISTS (SELECT FROM unnest(${granted[0]}::text[], ${granted[1]}::date[], ${granted[2]}::date[]) AS granted (person_key, first_day, last_day)
       JOIN hw.attendance b ON b.tenant_id = ${tenant} AND b.conversation_id = a.conversation_id
         AND b.person_key = granted.person_key AND b.day = a.day
       WHERE a.day >= granted.first_day AND a.day <= granted.last_day)`,
    ...(open.length === 0 ? [] : [attendedSql(open, 'a', values)]),
  ];
  const { rows } = await tx.query<{ dayAt: UnixMs }>(
    `SELECT ${startOfDay('nearest.day')} AS "dayAt" FROM unnest(${ids}::text[]) AS id (person_key)
     CROSS JOIN LATERAL (SELECT a.day FROM hw.attendance a
       WHERE a.tenant_id = ${tenant} AND a.person_key = id.person_key AND a.day ${sign} ${values.add(dayOf(at))}::date
         AND (${meets.join(' OR ')})
       ORDER BY a.day ${order} LIMIT 1) nearest
     ORDER BY nearest.day ${order} LIMIT 1`,
    values.all,
  );
  return rows[0]?.dayAt;
}

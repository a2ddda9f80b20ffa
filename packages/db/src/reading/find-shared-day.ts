import type { AccessClause, PersonKey, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { dayOf, grantedDays } from './granted-days.ts';

/**
 * Start (UTC) of the nearest day, that of `at` included, on which one of these ids of a person and somebody of a clause
 * took part in the same conversation. There may be a message between them on that day; on days between there is none.
 */
export async function findSharedDay(
  tx: TenantTx,
  clauses: readonly AccessClause[],
  people: readonly PersonKey[],
  at: UnixMs,
  towards: 'older' | 'newer',
): Promise<UnixMs | undefined> {
  const [sign, order] = towards === 'older' ? ['<=', 'DESC'] : ['>=', 'ASC'];
  const { rows } = await tx.query<{ dayAt: UnixMs }>(
    `SELECT nearest.day::timestamp AT TIME ZONE 'UTC' AS "dayAt" FROM unnest($2::text[]) AS id (person_key)
     CROSS JOIN LATERAL (SELECT a.day FROM hw.attendance a
       WHERE a.tenant_id = $1 AND a.person_key = id.person_key AND a.day ${sign} $6::date
         AND EXISTS (SELECT FROM unnest($3::text[], $4::date[], $5::date[]) AS granted (person_key, first_day, last_day)
           JOIN hw.attendance b ON b.tenant_id = $1 AND b.conversation_id = a.conversation_id
             AND b.person_key = granted.person_key AND b.day = a.day
           WHERE a.day >= granted.first_day AND a.day <= granted.last_day)
       ORDER BY a.day ${order} LIMIT 1) nearest
     ORDER BY nearest.day ${order} LIMIT 1`,
    [tx.tenantId, people, ...grantedDays(clauses), dayOf(at)],
  );
  return rows[0]?.dayAt;
}

import type { AccessClause, AccessCondition, ConversationId, MessagePosition, UnixMs } from '@highwater/domain';
import { accessSql } from '../conditions/access-sql.ts';
import { SqlValues } from '../conditions/sql-values.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { DAY_MS, dayOf, grantedDays } from './granted-days.ts';
import { listPoints } from './list-points.ts';

/**
 * The message of a conversation nearest to `from` in a direction that the reader may see; `from` itself is not it. Its cost
 * does not grow with what lies between: days on which nobody of the grant took part are passed over.
 */
export async function findNearestSeen(
  tx: TenantTx,
  access: AccessCondition,
  conversationId: ConversationId,
  from: MessagePosition,
  towards: 'older' | 'newer',
): Promise<MessagePosition | undefined> {
  if (access.kind === 'none') return undefined;
  if (access.kind === 'all') {
    const [point] = await listPoints(tx, access, conversationId, { from, towards, limit: 1 });
    return point && { sentAt: point.sentAt, messageId: point.messageId };
  }
  let bound = from.sentAt;
  for (;;) {
    const dayAt = await findAttendedDay(tx, access.any, conversationId, bound, towards);
    if (dayAt === undefined) return undefined;
    const found = await findSeenOfDay(tx, access, conversationId, from, towards, dayAt);
    if (found !== undefined) return found;
    // Only the part of that day beyond `from` was attended, or a message has become another since.
    bound = towards === 'older' ? dayAt - DAY_MS : dayAt + DAY_MS;
  }
}

/** Start (UTC) of the nearest day, that of `at` included, on which somebody of a clause took part within its time. */
async function findAttendedDay(
  tx: TenantTx,
  clauses: readonly AccessClause[],
  conversationId: ConversationId,
  at: UnixMs,
  towards: 'older' | 'newer',
): Promise<UnixMs | undefined> {
  const order = towards === 'older' ? 'DESC' : 'ASC';
  const { rows } = await tx.query<{ dayAt: UnixMs }>(
    `SELECT nearest.day::timestamp AT TIME ZONE 'UTC' AS "dayAt"
     FROM unnest($3::text[], $4::date[], $5::date[]) AS granted (person_key, first_day, last_day)
     CROSS JOIN LATERAL (SELECT a.day FROM hw.attendance a
       WHERE a.tenant_id = $1 AND a.conversation_id = $2 AND a.person_key = granted.person_key
         AND a.day ${towards === 'older' ? '<=' : '>='} $6::date
         AND a.day >= granted.first_day AND a.day <= granted.last_day
       ORDER BY a.day ${order} LIMIT 1) nearest
     ORDER BY nearest.day ${order} LIMIT 1`,
    [tx.tenantId, conversationId, ...grantedDays(clauses), dayOf(at)],
  );
  return rows[0]?.dayAt;
}

async function findSeenOfDay(
  tx: TenantTx,
  access: AccessCondition,
  conversationId: ConversationId,
  from: MessagePosition,
  towards: 'older' | 'newer',
  dayAt: UnixMs,
): Promise<MessagePosition | undefined> {
  const values = new SqlValues();
  const [sign, order] = towards === 'older' ? ['<', 'DESC'] : ['>', 'ASC'];
  const { rows } = await tx.query<MessagePosition>(
    `SELECT m.message_id AS "messageId", m.sent_at AS "sentAt" FROM hw.messages m
     WHERE m.tenant_id = ${values.add(tx.tenantId)} AND m.conversation_id = ${values.add(conversationId)}
       AND (m.sent_at, m.message_id) ${sign} (${values.add(new Date(from.sentAt))}, ${values.add(from.messageId)}::uuid)
       AND m.sent_at >= ${values.add(new Date(dayAt))} AND m.sent_at < ${values.add(new Date(dayAt + DAY_MS))}
       AND ${accessSql(access, 'm', values)}
     ORDER BY m.sent_at ${order}, m.message_id ${order} LIMIT 1`,
    values.all,
  );
  return rows[0];
}

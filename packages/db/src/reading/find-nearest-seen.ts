import type { AccessClause, AccessCondition, ConversationId, MessagePosition, UnixMs } from '@highwater/domain';
import { accessSql } from '../conditions/access-sql.ts';
import { startOfDay } from '../conditions/attended-sql.ts';
import { openSql, partClauses } from '../conditions/open-clauses.ts';
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

/**
 * Start (UTC) of the nearest day, that of `at` included, on which somebody of a clause took part within its time, or on
 * which there is a message that a clause without people lets through.
 */
async function findAttendedDay(
  tx: TenantTx,
  clauses: readonly AccessClause[],
  conversationId: ConversationId,
  at: UnixMs,
  towards: 'older' | 'newer',
): Promise<UnixMs | undefined> {
  const { named, open } = partClauses(clauses);
  const values = new SqlValues();
  const [tenant, conversation] = [values.add(tx.tenantId), values.add(conversationId)];
  const [people, first, last] = grantedDays(named);
  const day = `${values.add(dayOf(at))}::date`;
  const order = towards === 'older' ? 'DESC' : 'ASC';
  const days = [
    `SELECT nearest.day
     FROM unnest(${values.add(people)}::text[], ${values.add(first)}::date[], ${values.add(last)}::date[]) AS granted (person_key, first_day, last_day)
     CROSS JOIN LATERAL (SELECT a.day FROM hw.attendance a
       WHERE a.tenant_id = ${tenant} AND a.conversation_id = ${conversation} AND a.person_key = granted.person_key
         AND a.day ${towards === 'older' ? '<=' : '>='} ${day}
         AND a.day >= granted.first_day AND a.day <= granted.last_day
       ORDER BY a.day ${order} LIMIT 1) nearest`,
  ];
  if (open.length > 0) {
    const room = `(SELECT c.room_id FROM hw.conversations c WHERE c.tenant_id = ${tenant} AND c.conversation_id = ${conversation})`;
    days.push(`(SELECT (m.sent_at AT TIME ZONE 'UTC')::date FROM hw.messages m
      WHERE m.tenant_id = ${tenant} AND m.conversation_id = ${conversation}
        AND m.sent_at ${towards === 'older' ? `< ${startOfDay(`${day} + 1`)}` : `>= ${startOfDay(day)}`}
        AND ${openSql(open, 'm', values, room)} ORDER BY m.sent_at ${order} LIMIT 1)`);
  }
  const { rows } = await tx.query<{ dayAt: UnixMs }>(
    `SELECT ${startOfDay('nearest.day')} AS "dayAt" FROM (${days.join(' UNION ALL ')}) nearest
     ORDER BY nearest.day ${order} LIMIT 1`,
    values.all,
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
       AND ${accessSql(access, 'm', values, true)}
     ORDER BY m.sent_at ${order}, m.message_id ${order} LIMIT 1`,
    values.all,
  );
  return rows[0];
}

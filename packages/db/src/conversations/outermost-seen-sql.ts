import type { AccessClause } from '@highwater/domain';
import { accessSql } from '../conditions/access-sql.ts';
import { attendedSql, startOfDay } from '../conditions/attended-sql.ts';
import { openSql, partClauses } from '../conditions/open-clauses.ts';
import type { SqlValues } from '../conditions/sql-values.ts';

/** When the newest or oldest message of conversation `c` that the reader may see was sent, as `sent_at`: at most one row. */
export function outermostSeenSql(
  clauses: readonly AccessClause[],
  which: 'newest' | 'oldest',
  tenant: string,
  values: SqlValues,
): string {
  const { named, open } = partClauses(clauses);
  const order = which === 'newest' ? 'DESC' : 'ASC';
  const ofNamed =
    (): string => `SELECT found.sent_at FROM (${attendedDaysSql(named, tenant, values)} ORDER BY day ${order}) attended
    CROSS JOIN LATERAL (SELECT m.sent_at FROM hw.messages m
      WHERE ${ofDaySql('attended.day', tenant)} AND ${seenSql(named, values)}
      ORDER BY m.sent_at ${order} LIMIT 1) found
    ORDER BY attended.day ${order} LIMIT 1`;
  if (open.length === 0) return ofNamed();
  const ofOpen = `SELECT m.sent_at FROM hw.messages m WHERE m.tenant_id = ${tenant} AND m.conversation_id = c.conversation_id
    AND ${openSql(open, 'm', values, 'c.room_id')} ORDER BY m.sent_at ${order} LIMIT 1`;
  if (named.length === 0) return ofOpen;
  return `SELECT either.sent_at FROM ((${ofNamed()}) UNION ALL (${ofOpen})) either ORDER BY either.sent_at ${order} LIMIT 1`;
}

/** That somebody took part in a message of conversation `c` that the reader may see; `person` is an expression. */
export function takesPartSql(
  clauses: readonly AccessClause[],
  person: string,
  tenant: string,
  values: SqlValues,
): string {
  const { named, open } = partClauses(clauses);
  const own = `own.tenant_id = ${tenant} AND own.conversation_id = c.conversation_id AND own.person_key = ${person}`;
  // Day by day, the last one first: joined as a whole, all messages of the conversation would be read for each of them.
  const within = (days: string, seen: string): string => `EXISTS (SELECT FROM (SELECT own.day FROM ${days}
      ORDER BY own.day DESC) shared
    CROSS JOIN LATERAL (SELECT FROM hw.messages m
      WHERE ${ofDaySql('shared.day', tenant)} AND ${seen}
        AND EXISTS (SELECT FROM hw.participants taking WHERE taking.tenant_id = ${tenant}
          AND taking.message_id = m.message_id AND taking.person_key = ${person})
      ORDER BY m.sent_at DESC LIMIT 1) found)`;
  const ofNamed = (): string =>
    within(
      `(${attendedDaysSql(named, tenant, values)}) attended JOIN hw.attendance own ON ${own} AND own.day = attended.day`,
      seenSql(named, values),
    );
  if (open.length === 0) return ofNamed();
  const days = `hw.attendance own WHERE ${own} AND ${attendedSql(open, 'own', values)}`;
  const ofOpen = within(days, openSql(open, 'm', values, 'c.room_id'));
  return named.length === 0 ? ofOpen : `(${ofNamed()} OR ${ofOpen})`;
}

function attendedDaysSql(clauses: readonly AccessClause[], tenant: string, values: SqlValues): string {
  return `SELECT DISTINCT b.day FROM hw.attendance b WHERE b.tenant_id = ${tenant} AND b.conversation_id = c.conversation_id
    AND ${attendedSql(clauses, 'b', values, 'c.people')}`;
}

function ofDaySql(day: string, tenant: string): string {
  return `m.tenant_id = ${tenant} AND m.conversation_id = c.conversation_id
    AND m.sent_at >= ${startOfDay(day)} AND m.sent_at < ${startOfDay(`${day} + 1`)}`;
}

function seenSql(clauses: readonly AccessClause[], values: SqlValues): string {
  return accessSql({ kind: 'where', any: clauses }, 'm', values, true);
}

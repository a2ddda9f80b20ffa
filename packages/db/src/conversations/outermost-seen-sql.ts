import type { AccessClause } from '@highwater/domain';
import { accessSql } from '../conditions/access-sql.ts';
import { attendedSql, startOfDay } from '../conditions/attended-sql.ts';
import type { SqlValues } from '../conditions/sql-values.ts';

/** When the newest or oldest message of conversation `c` that the reader may see was sent, as `sent_at`: at most one row. */
export function outermostSeenSql(
  clauses: readonly AccessClause[],
  which: 'newest' | 'oldest',
  tenant: string,
  values: SqlValues,
): string {
  const order = which === 'newest' ? 'DESC' : 'ASC';
  return `SELECT found.sent_at FROM (${attendedDaysSql(clauses, tenant, values)} ORDER BY day ${order}) attended
    CROSS JOIN LATERAL (SELECT m.sent_at FROM hw.messages m
      WHERE ${ofDaySql('attended.day', tenant)} AND ${seenSql(clauses, values)}
      ORDER BY m.sent_at ${order} LIMIT 1) found
    ORDER BY attended.day ${order} LIMIT 1`;
}

/** That somebody took part in a message of conversation `c` that the reader may see; `person` is an expression. */
export function takesPartSql(
  clauses: readonly AccessClause[],
  person: string,
  tenant: string,
  values: SqlValues,
): string {
  // Day by day, the last one first: joined as a whole, all messages of the conversation would be read for each of them.
  return `EXISTS (SELECT FROM (SELECT own.day FROM (${attendedDaysSql(clauses, tenant, values)}) attended
      JOIN hw.attendance own ON own.tenant_id = ${tenant} AND own.conversation_id = c.conversation_id
        AND own.person_key = ${person} AND own.day = attended.day
      ORDER BY own.day DESC) shared
    CROSS JOIN LATERAL (SELECT FROM hw.messages m
      WHERE ${ofDaySql('shared.day', tenant)} AND ${seenSql(clauses, values)}
        AND EXISTS (SELECT FROM hw.participants taking WHERE taking.tenant_id = ${tenant}
          AND taking.message_id = m.message_id AND taking.person_key = ${person})
      ORDER BY m.sent_at DESC LIMIT 1) found)`;
}

function attendedDaysSql(clauses: readonly AccessClause[], tenant: string, values: SqlValues): string {
  return `SELECT DISTINCT b.day FROM hw.attendance b WHERE b.tenant_id = ${tenant} AND b.conversation_id = c.conversation_id
    AND ${attendedSql(clauses, 'b', values)}`;
}

function ofDaySql(day: string, tenant: string): string {
  return `m.tenant_id = ${tenant} AND m.conversation_id = c.conversation_id
    AND m.sent_at >= ${startOfDay(day)} AND m.sent_at < ${startOfDay(`${day} + 1`)}`;
}

function seenSql(clauses: readonly AccessClause[], values: SqlValues): string {
  return accessSql({ kind: 'where', any: clauses }, 'm', values);
}

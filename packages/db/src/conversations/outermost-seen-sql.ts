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
  return `EXISTS (SELECT FROM (${attendedDaysSql(clauses, tenant, values)}) attended
    JOIN hw.attendance own ON own.tenant_id = ${tenant} AND own.conversation_id = c.conversation_id
      AND own.person_key = ${person} AND own.day = attended.day
    WHERE EXISTS (SELECT FROM hw.messages m
      JOIN hw.participants taking ON taking.tenant_id = ${tenant} AND taking.message_id = m.message_id
      WHERE ${ofDaySql('attended.day', tenant)} AND taking.person_key = ${person} AND ${seenSql(clauses, values)}))`;
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

import type { AccessClause, ConversationId, PersonKey, UnixMs } from '@highwater/domain';
import { accessSql } from '../conditions/access-sql.ts';
import { attendedSql, startOfDay } from '../conditions/attended-sql.ts';
import { SqlValues } from '../conditions/sql-values.ts';
import { DAY_MS, dayOf, grantedDays } from '../reading/granted-days.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import type { ConversationKind } from './list-conversations.ts';

/** A conversation and when its newest message that the reader may see was sent. */
export interface SeenPlace {
  readonly conversationId: ConversationId;
  readonly lastAt: UnixMs;
}

export interface SeenFilter {
  readonly kind: ConversationKind | null;
  /** Only those in which one of these ids of a person took part in a message that the reader may see. */
  readonly person: readonly PersonKey[] | null;
  readonly after: SeenPlace | null;
  readonly limit: number;
}

/** Each look back goes over so many times as many days as the one before. */
const WIDER = 4;

/**
 * Conversations of a narrowed reader, latest first, by looking back from day to day: what was said before the page's last
 * conversation is not read.
 */
export async function listSeenConversations(
  tx: TenantTx,
  clauses: readonly AccessClause[],
  filter: SeenFilter,
): Promise<readonly SeenPlace[]> {
  const found: SeenPlace[] = [];
  let until = filter.after === null ? Infinity : filter.after.lastAt;
  for (let days = 1; ; days *= WIDER) {
    const last = await findAttendedDay(tx, clauses, until);
    if (last === undefined) return found;
    const from = last - (days - 1) * DAY_MS;
    const stretch = { from, until: Math.min(until, last + DAY_MS) };
    found.push(...(await listOfStretch(tx, clauses, { ...filter, limit: filter.limit - found.length }, stretch)));
    if (found.length >= filter.limit) return found;
    until = from - 1;
  }
}

/** Start (UTC) of the last day up to that of `at` on which somebody of a clause took part in anything. */
async function findAttendedDay(
  tx: TenantTx,
  clauses: readonly AccessClause[],
  at: UnixMs,
): Promise<UnixMs | undefined> {
  const { rows } = await tx.query<{ dayAt: UnixMs }>(
    `SELECT ${startOfDay('last.day')} AS "dayAt"
     FROM unnest($2::text[], $3::date[], $4::date[]) AS granted (person_key, first_day, last_day)
     CROSS JOIN LATERAL (SELECT a.day FROM hw.attendance a
       WHERE a.tenant_id = $1 AND a.person_key = granted.person_key AND a.day <= $5::date
         AND a.day >= granted.first_day AND a.day <= granted.last_day ORDER BY a.day DESC LIMIT 1) last
     ORDER BY last.day DESC LIMIT 1`,
    [tx.tenantId, ...grantedDays(clauses), dayOf(at)],
  );
  return rows[0]?.dayAt;
}

/** Those whose newest message that the reader may see was sent from `from` on and not after `until`. */
async function listOfStretch(
  tx: TenantTx,
  clauses: readonly AccessClause[],
  { kind, person, after, limit }: SeenFilter,
  { from, until }: { readonly from: UnixMs; readonly until: UnixMs },
): Promise<readonly SeenPlace[]> {
  const values = new SqlValues();
  const tenant = values.add(tx.tenantId);
  const conditions = [
    `newest.sent_at >= ${values.add(new Date(from))}`,
    `newest.sent_at <= ${values.add(new Date(until))}`,
  ];
  if (kind !== null) conditions.push(`c.kind = ${values.add(kind)}`);
  if (after !== null) {
    conditions.push(
      `(newest.sent_at, c.conversation_id) < (${values.add(new Date(after.lastAt))}, ${values.add(after.conversationId)}::uuid)`,
    );
  }
  if (person !== null) {
    const id = `unnest(${values.add(person)}::text[]) AS id (person_key)`;
    conditions.push(`EXISTS (SELECT FROM ${id} WHERE ${takesPartSql(clauses, 'id.person_key', tenant, values)})`);
  }
  const { rows } = await tx.query<SeenPlace>(
    `WITH attended AS MATERIALIZED (SELECT DISTINCT a.conversation_id FROM hw.attendance a
       WHERE a.tenant_id = ${tenant} AND a.day >= ${values.add(dayOf(from))}::date AND a.day <= ${values.add(dayOf(until))}::date
         AND ${attendedSql(clauses, 'a', values)})
     SELECT c.conversation_id AS "conversationId", newest.sent_at AS "lastAt"
     FROM attended JOIN hw.conversations c ON c.tenant_id = ${tenant} AND c.conversation_id = attended.conversation_id
     CROSS JOIN LATERAL (${outermostSeenSql(clauses, 'newest', tenant, values)}) newest
     WHERE ${conditions.join(' AND ')} ORDER BY newest.sent_at DESC, c.conversation_id DESC LIMIT ${values.add(limit)}`,
    values.all,
  );
  return rows;
}

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

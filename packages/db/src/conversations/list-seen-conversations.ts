import type { AccessClause, ConversationId, PersonKey, UnixMs } from '@highwater/domain';
import { attendedSql, startOfDay } from '../conditions/attended-sql.ts';
import { openSql, partClauses } from '../conditions/open-clauses.ts';
import { SqlValues } from '../conditions/sql-values.ts';
import { DAY_MS, dayOf, grantedDays } from '../reading/granted-days.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import type { ConversationKind } from './list-conversations.ts';
import { outermostSeenSql, takesPartSql } from './outermost-seen-sql.ts';

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
/** Of up to so many conversations of a person each is looked at, whenever its last message was sent. */
const MOST_FEW = 200;

/**
 * Conversations of a narrowed reader, latest first, by looking back from day to day: what was said before the page's last
 * conversation is not read.
 */
export async function listSeenConversations(
  tx: TenantTx,
  clauses: readonly AccessClause[],
  filter: SeenFilter,
  mostFew = MOST_FEW,
): Promise<readonly SeenPlace[]> {
  const few = filter.person === null ? null : await listFewOfPerson(tx, filter.person, mostFew);
  if (few !== null) return listOfStretch(tx, clauses, filter, { few });
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

/** The conversations of these ids of a person, whoever sees them; null when they are many. */
async function listFewOfPerson(
  tx: TenantTx,
  person: readonly PersonKey[],
  most: number,
): Promise<readonly ConversationId[] | null> {
  const { rows } = await tx.query<{ id: ConversationId }>(
    `SELECT DISTINCT a.conversation_id AS id FROM hw.attendance a
     WHERE a.tenant_id = $1 AND a.person_key = ANY($2::text[]) LIMIT $3`,
    [tx.tenantId, person, most + 1],
  );
  return rows.length > most ? null : rows.map(({ id }) => id);
}

/** Start (UTC) of the last day up to that of `at` on which something was said that the reader may see, or that may be so. */
async function findAttendedDay(
  tx: TenantTx,
  clauses: readonly AccessClause[],
  at: UnixMs,
): Promise<UnixMs | undefined> {
  const { named, open } = partClauses(clauses);
  const values = new SqlValues();
  const tenant = values.add(tx.tenantId);
  const [people, first, last] = grantedDays(named);
  const day = `${values.add(dayOf(at))}::date`;
  const days = [
    `SELECT last.day
     FROM unnest(${values.add(people)}::text[], ${values.add(first)}::date[], ${values.add(last)}::date[]) AS granted (person_key, first_day, last_day)
     CROSS JOIN LATERAL (SELECT a.day FROM hw.attendance a
       WHERE a.tenant_id = ${tenant} AND a.person_key = granted.person_key AND a.day <= ${day}
         AND a.day >= granted.first_day AND a.day <= granted.last_day ORDER BY a.day DESC LIMIT 1) last`,
  ];
  const message = (own: string) => `SELECT (m.sent_at AT TIME ZONE 'UTC')::date AS day FROM hw.messages m
    WHERE m.tenant_id = ${tenant} AND ${own} AND m.sent_at < ${startOfDay(`${day} + 1`)} ORDER BY m.sent_at DESC LIMIT 1`;
  const inRooms = open.filter(({ rooms }) => rooms !== undefined);
  const anywhere = open.filter(({ rooms }) => rooms === undefined);
  if (anywhere.length > 0) days.push(`(${message(openSql(anywhere, 'm', values))})`);
  if (inRooms.length > 0) {
    const rooms = values.add([...new Set(inRooms.flatMap((clause) => clause.rooms ?? []))]);
    const own = `m.conversation_id = c.conversation_id AND ${openSql(inRooms, 'm', values)}`;
    days.push(`SELECT last.day FROM hw.conversations c CROSS JOIN LATERAL (${message(own)}) last
      WHERE c.tenant_id = ${tenant} AND c.room_id = ANY(${rooms}::text[])`);
  }
  const { rows } = await tx.query<{ dayAt: UnixMs }>(
    `SELECT ${startOfDay('last.day')} AS "dayAt" FROM (${days.join(' UNION ALL ')}) last ORDER BY last.day DESC LIMIT 1`,
    values.all,
  );
  return rows[0]?.dayAt;
}

/** Where to look: at some conversations, or at the last ones from `from` on and not after `until`. */
type Stretch = { readonly few: readonly ConversationId[] } | { readonly from: UnixMs; readonly until: UnixMs };

/** Those whose newest message that the reader may see was sent there. */
async function listOfStretch(
  tx: TenantTx,
  clauses: readonly AccessClause[],
  { kind, person, after, limit }: SeenFilter,
  stretch: Stretch,
): Promise<readonly SeenPlace[]> {
  const values = new SqlValues();
  const tenant = values.add(tx.tenantId);
  const conditions: string[] = [];
  let attended: string;
  if ('few' in stretch) {
    attended = `SELECT unnest(${values.add(stretch.few)}::uuid[]) AS conversation_id`;
  } else {
    const { from, until } = stretch;
    const { named, open } = partClauses(clauses);
    const among = person === null ? '' : ` AND ${everThere(person, tenant, values)}`;
    const [first, last] = [`${values.add(dayOf(from))}::date`, `${values.add(dayOf(until))}::date`];
    attended = `SELECT DISTINCT a.conversation_id FROM hw.attendance a
       WHERE a.tenant_id = ${tenant} AND a.day >= ${first} AND a.day <= ${last}
         AND ${attendedSql(named, 'a', values)}${among}`;
    if (open.length > 0) {
      attended += ` UNION SELECT a.conversation_id FROM hw.messages a WHERE a.tenant_id = ${tenant}
         AND a.sent_at >= ${startOfDay(first)} AND a.sent_at < ${startOfDay(`${last} + 1`)}
         AND ${openSql(open, 'a', values)}${among}`;
    }
    conditions.push(`newest.sent_at BETWEEN ${values.add(new Date(from))} AND ${values.add(new Date(until))}`);
  }
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
    `WITH attended AS MATERIALIZED (${attended})
     SELECT c.conversation_id AS "conversationId", newest.sent_at AS "lastAt"
     FROM attended JOIN hw.conversations c ON c.tenant_id = ${tenant} AND c.conversation_id = attended.conversation_id
     CROSS JOIN LATERAL (${outermostSeenSql(clauses, 'newest', tenant, values)}) newest
     WHERE ${['true', ...conditions].join(' AND ')} ORDER BY newest.sent_at DESC, c.conversation_id DESC LIMIT ${values.add(limit)}`,
    values.all,
  );
  return rows;
}

/** That one of these ids of a person was in the conversation of `a` on any day: the cheapest thing to ask first. */
function everThere(person: readonly PersonKey[], tenant: string, values: SqlValues): string {
  return `EXISTS (SELECT FROM hw.attendance theirs WHERE theirs.tenant_id = ${tenant}
    AND theirs.conversation_id = a.conversation_id AND theirs.person_key = ANY(${values.add(person)}::text[]))`;
}

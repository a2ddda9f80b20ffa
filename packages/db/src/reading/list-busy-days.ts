import type { AccessCondition, ConversationId, PersonKey, UnixMs } from '@highwater/domain';
import { accessSql } from '../conditions/access-sql.ts';
import { attendedSql, startOfDay } from '../conditions/attended-sql.ts';
import { openSql, partClauses } from '../conditions/open-clauses.ts';
import { SqlValues } from '../conditions/sql-values.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { findSharedDay } from './find-shared-day.ts';
import { DAY_MS } from './granted-days.ts';

/** A day as it is asked for: its own name and its two ends (`until` exclusive). */
export interface DayToCount {
  readonly day: string;
  readonly from: UnixMs;
  readonly until: UnixMs;
}

export interface BusyDay {
  readonly day: string;
  readonly count: number;
  /** There are more than were looked at; `count` is the least. */
  readonly isMore: boolean;
}

/** Messages counted of one day; a calendar shows no finer shades. */
const MOST_OF_A_DAY = 100;
/** Messages looked at of all days together; of many days fewer are counted each, but never fewer than this. */
const MOST_LOOKED = 10_000;
const LEAST_OF_A_DAY = 20;

/**
 * Days on which the reader may see something of a conversation, with how many, counted up to a limit (100, of more than
 * three months fewer); in the order given.
 */
export async function listBusyDays(
  tx: TenantTx,
  access: AccessCondition,
  conversationId: ConversationId,
  days: readonly DayToCount[],
): Promise<readonly BusyDay[]> {
  if (access.kind === 'none') return [];
  const values = new SqlValues();
  const [tenant, conversation] = [values.add(tx.tenantId), values.add(conversationId)];
  const present = `(SELECT c.people FROM hw.conversations c WHERE c.tenant_id = ${tenant} AND c.conversation_id = ${conversation})`;
  // Of a day on which nobody of the grant took part nothing is looked at. An array is made once, not for each day.
  const attended =
    access.kind === 'all' || partClauses(access.any).open.length > 0
      ? ''
      : `AND EXISTS (SELECT FROM unnest(ARRAY(SELECT DISTINCT a.day FROM hw.attendance a WHERE a.tenant_id = ${tenant}
           AND a.conversation_id = ${conversation} AND ${attendedSql(access.any, 'a', values, present)})) AS attended (day)
         WHERE ${startOfDay('attended.day')} < asked.until AND ${startOfDay('attended.day + 1')} > asked.since)`;
  const source = (limit: string) => `SELECT m.tenant_id, m.message_id, m.sent_at FROM hw.messages m
    WHERE m.tenant_id = ${tenant} AND m.conversation_id = ${conversation}
      AND m.sent_at >= asked.since AND m.sent_at < asked.until ${attended} ORDER BY m.sent_at, m.message_id LIMIT ${limit}`;
  const counted = await countDays(tx, access, days, values, source);
  const late = counted.filter(({ count, isMore }) => count === 0 && isMore).map(({ asked }) => asked);
  const seenLate = await findSeenDays(tx, access, conversationId, late);
  return counted.flatMap(({ asked, count, isMore }) =>
    count > 0 || seenLate.has(asked)
      ? [{ day: asked.day, count: Math.max(1, Math.min(count, mostOf(days))), isMore }]
      : [],
  );
}

/** Those of the days on which the reader sees something, by what those of its grant who were there sent or received then. */
async function findSeenDays(
  tx: TenantTx,
  access: AccessCondition,
  conversationId: ConversationId,
  days: readonly DayToCount[],
): Promise<ReadonlySet<DayToCount>> {
  if (access.kind !== 'where' || days.length === 0) return new Set();
  const values = new SqlValues();
  const tenant = values.add(tx.tenantId);
  const conversation = values.add(conversationId);
  const { named, open } = partClauses(access.any);
  const ofConversation = (column: string) =>
    `(SELECT c.${column} FROM hw.conversations c WHERE c.tenant_id = ${tenant} AND c.conversation_id = ${conversation})`;
  const [room, present] = [ofConversation('room_id'), ofConversation('people')];
  const seen = [
    `SELECT FROM hw.attendance a
       JOIN hw.participants theirs ON theirs.tenant_id = ${tenant} AND theirs.person_key = a.person_key
         AND theirs.sent_at >= asked.since AND theirs.sent_at < asked.until
       JOIN hw.messages m ON m.tenant_id = ${tenant} AND m.message_id = theirs.message_id AND m.conversation_id = ${conversation}
       WHERE a.tenant_id = ${tenant} AND a.conversation_id = ${conversation}
         AND a.day >= (asked.since AT TIME ZONE 'UTC')::date AND a.day <= (asked.until AT TIME ZONE 'UTC')::date
         AND ${attendedSql(named, 'a', values, present)} AND ${accessSql(access, 'm', values, true)}`,
  ];
  if (open.length > 0) {
    seen.push(`SELECT FROM hw.messages m WHERE m.tenant_id = ${tenant} AND m.conversation_id = ${conversation}
       AND m.sent_at >= asked.since AND m.sent_at < asked.until AND ${openSql(open, 'm', values, room)}`);
  }
  const { rows } = await tx.query<{ place: number }>(
    `SELECT asked.place::int AS place
     FROM unnest(${values.add(days.map(({ from }) => new Date(from)))}::timestamptz[],
       ${values.add(days.map(({ until }) => new Date(until)))}::timestamptz[])
       WITH ORDINALITY AS asked (since, until, place)
     CROSS JOIN LATERAL (${seen.join(' UNION ALL ')} LIMIT 1) seen`,
    values.all,
  );
  return new Set(rows.flatMap(({ place }) => days[place - 1] ?? []));
}

/** The same of everything that one of these ids of a person took part in. */
export async function listBusyDaysOfPerson(
  tx: TenantTx,
  access: AccessCondition,
  people: readonly PersonKey[],
  days: readonly DayToCount[],
): Promise<readonly BusyDay[]> {
  const values = new SqlValues();
  const source = (limit: string) => `SELECT DISTINCT p.tenant_id, p.message_id, p.sent_at
    FROM unnest(${values.add(people)}::text[]) AS id (person_key)
    CROSS JOIN LATERAL (SELECT taking.tenant_id, taking.message_id, taking.sent_at FROM hw.participants taking
      WHERE taking.tenant_id = ${values.add(tx.tenantId)} AND taking.person_key = id.person_key
        AND taking.sent_at >= asked.since AND taking.sent_at < asked.until
      ORDER BY taking.sent_at, taking.message_id LIMIT ${limit}) p`;
  const counted = await countDays(tx, access, days, values, source);
  return withLateOnes(counted, mostOf(days), (from) => findSeenOfPerson(tx, access, people, from));
}

/** How many messages of each day are counted. */
function mostOf(days: readonly DayToCount[]): number {
  return Math.min(MOST_OF_A_DAY, Math.max(LEAST_OF_A_DAY, Math.floor(MOST_LOOKED / Math.max(days.length, 1))));
}

interface CountedDay {
  readonly asked: DayToCount;
  /** Of those looked at. */
  readonly count: number;
  readonly isMore: boolean;
}

/** Days on which there is anything at all. */
async function countDays(
  tx: TenantTx,
  access: AccessCondition,
  days: readonly DayToCount[],
  values: SqlValues,
  source: (limit: string) => string,
): Promise<readonly CountedDay[]> {
  const most = mostOf(days);
  const limit = values.add(most + 1);
  const { rows } = await tx.query<{ place: number; count: number; looked: number }>(
    `SELECT asked.place::int AS place, counted.seen AS count, counted.looked
     FROM unnest(${values.add(days.map(({ from }) => new Date(from)))}::timestamptz[],
       ${values.add(days.map(({ until }) => new Date(until)))}::timestamptz[])
       WITH ORDINALITY AS asked (since, until, place)
     CROSS JOIN LATERAL (SELECT count(*)::int AS looked, (count(*) FILTER (WHERE ${accessSql(access, 'w', values)}))::int AS seen
       FROM (${source(limit)}) w) counted
     WHERE counted.looked > 0 ORDER BY asked.place`,
    values.all,
  );
  return rows.flatMap(({ place, count, looked }) => {
    const asked = days[place - 1];
    return asked === undefined ? [] : [{ asked, count, isMore: looked > most }];
  });
}

/** Days of which the first messages are all hidden have what is seen later in them; `nextSeen` says when that is. */
async function withLateOnes(
  counted: readonly CountedDay[],
  most: number,
  nextSeen: (from: UnixMs) => Promise<UnixMs | undefined>,
): Promise<readonly BusyDay[]> {
  const found: BusyDay[] = [];
  let nextAt = 0;
  for (const { asked, count, isMore } of counted) {
    const { day, from, until } = asked;
    if (count > 0) found.push({ day, count: Math.min(count, most), isMore });
    else if (isMore) {
      if (nextAt < from) nextAt = (await nextSeen(from)) ?? Infinity;
      if (nextAt < until) found.push({ day, count: 1, isMore });
    }
  }
  return found;
}

/** When the first message from `from` on that one of these ids of a person took part in and that the reader may see was sent. */
async function findSeenOfPerson(
  tx: TenantTx,
  access: AccessCondition,
  people: readonly PersonKey[],
  from: UnixMs,
): Promise<UnixMs | undefined> {
  if (access.kind !== 'where') return undefined;
  let start = from;
  for (;;) {
    const dayAt = await findSharedDay(tx, access.any, people, start, 'newer');
    if (dayAt === undefined) return undefined;
    const values = new SqlValues();
    const { rows } = await tx.query<{ at: UnixMs | null }>(
      `SELECT min(taking.sent_at) AS at FROM hw.participants taking
       WHERE taking.tenant_id = ${values.add(tx.tenantId)} AND taking.person_key = ANY(${values.add(people)}::text[])
         AND taking.sent_at >= ${values.add(new Date(Math.max(dayAt, from)))}
         AND taking.sent_at < ${values.add(new Date(dayAt + DAY_MS))} AND ${accessSql(access, 'taking', values)}`,
      values.all,
    );
    const at = rows[0]?.at ?? null;
    if (at !== null) return at;
    start = dayAt + DAY_MS;
  }
}

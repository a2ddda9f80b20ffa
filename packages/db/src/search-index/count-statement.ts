import type { SearchQuery, TenantId, UnixMs } from '@highwater/domain';
import { encodeArray } from '../arrays/encode-array.ts';
import { SqlValues } from '../conditions/sql-values.ts';
import type { Statement } from './find-statements.ts';
import { IndexConditions } from './index-conditions.ts';
import { isPlain, splitAccess, type AccessGroup } from './split-access.ts';
import type { AccessTokens, TokenCondition } from './token-condition.ts';

/** People and rooms that are named. */
const NAMED = 20;
const DAY_MS = 86_400_000;
/** The day that is number 0. */
const FIRST_DAY = Date.UTC(2000, 0, 1);
/** Longer periods have a message with an absurd time in them. */
const LONGEST_DAYS = 20_000;

/**
 * Numbers of the candidates as rows `what` ('day', 'facts', 'person', 'room'), `value`, `count` and, of people and rooms,
 * `sample`: a message that the reader may see and that has it.
 * Days are numbered from 2000-01-01, as they are in `zone`.
 */
export function countStatement(
  tenantId: TenantId,
  tokens: TokenCondition,
  query: SearchQuery,
  days: { readonly zone: string; readonly first: UnixMs; readonly last: UnixMs },
): Statement {
  const values = new SqlValues();
  const conditions = new IndexConditions(values);
  // The reader's condition is judged once for each set of people, not once for each message.
  const wanted = [
    ...conditions.place(tenantId, query),
    ...conditions.tokens(tokens),
    ...conditions.rest(tokens, query),
  ];
  const tenant = values.add(tenantId);
  const day = dayExpression(days, values);
  // Rows of an earlier release know no set of people: their tokens are asked.
  const unplaced = ['audience IS NULL', ...wanted];
  const counted = [...unplaced, ...conditions.access(tokens.access, undefined, true)];
  const isNarrowed = tokens.access !== null && splitAccess(tokens.access).some((group) => !isPlain(group));
  const text = `WITH ${seenStatement(tokens.access, tenant, values)}
    found AS (
      SELECT sent_at, facts, audience, message_id FROM hw.search_tokens t
      WHERE ${wanted.join(' AND ')} AND ${tokens.access === null ? 'audience IS NOT NULL' : seenSql(isNarrowed)}
      UNION ALL
      SELECT sent_at, facts, audience, message_id FROM hw.search_tokens WHERE ${counted.join(' AND ')}
    ),
    grouped AS MATERIALIZED (
      SELECT ${day} AS day, coalesce(facts, -1) AS facts, audience, count(*) AS count, any_value(message_id) AS sample
      FROM found GROUP BY GROUPING SETS ((1, 2), (3))
    ),
    peopled AS MATERIALIZED (
      SELECT g.count, g.sample, a.room, a.people FROM grouped g
      JOIN hw.search_audiences a ON a.tenant_id = ${tenant}::uuid AND a.audience = g.audience WHERE g.day IS NULL
    )
    SELECT 'day' AS what, day AS value, sum(count)::int AS count, NULL::uuid AS sample FROM grouped WHERE day IS NOT NULL GROUP BY day
    UNION ALL SELECT 'facts', facts, sum(count)::int, NULL FROM grouped WHERE day IS NOT NULL GROUP BY facts
    ${tokens.access?.some(({ directions }) => directions !== undefined) ? unknownSql(unplaced) : ''}
    UNION ALL (SELECT 'person', person, sum(count)::int, any_value(sample) FROM peopled, unnest(people) AS person
      GROUP BY person ORDER BY sum(count) DESC, person LIMIT ${NAMED})
    UNION ALL (SELECT 'room', room, sum(count)::int, any_value(sample) FROM peopled WHERE room IS NOT NULL
      GROUP BY room ORDER BY sum(count) DESC, room LIMIT ${NAMED})`;
  return { text, values: values.all };
}

function seenSql(isNarrowed: boolean): string {
  const facts = isNarrowed ? ' AND (s.facts IS NULL OR t.facts = ANY(s.facts))' : '';
  return `EXISTS (SELECT FROM seen s WHERE s.audience = t.audience AND t.sent_at >= s.from_at AND t.sent_at < s.until_at${facts})`;
}

/** A row of facts that nobody knows where messages were left out because they do not say their direction. */
function unknownSql(unplaced: readonly string[]): string {
  return `UNION ALL SELECT 'facts', -1, 0, NULL WHERE EXISTS (SELECT FROM hw.search_tokens WHERE ${unplaced.join(' AND ')})`;
}

/** Up to here the sets of each are looked up; for more people every set is read once. */
const FEW_PEOPLE = 500;

/**
 * The sets of people and room that the reader may see, each with the periods in which and, where something is narrowed, the
 * facts of which a message must have one.
 */
function seenStatement(access: readonly AccessTokens[] | null, tenant: string, values: SqlValues): string {
  if (access === null) return '';
  const groups = splitAccess(access);
  const isNarrowed = groups.some((group) => !isPlain(group));
  const parts = groups.flatMap((group) => groupParts(group, isNarrowed, tenant, values));
  const nothing = `SELECT NULL::bigint, NULL::timestamptz, NULL::timestamptz${isNarrowed ? ', NULL::int[]' : ''} WHERE false`;
  return `seen (audience, from_at, until_at${isNarrowed ? ', facts' : ''}) AS MATERIALIZED
    (${parts.length === 0 ? nothing : parts.join(' UNION ALL ')}),`;
}

function groupParts(group: AccessGroup, isNarrowed: boolean, tenant: string, values: SqlValues): string[] {
  const { people, times, rooms, with: others } = group;
  const ints = (list: readonly number[]) => values.add(encodeArray.ints(list));
  const facts = isNarrowed ? `, ${group.facts === null ? 'NULL' : ints(group.facts)}::int[]` : '';
  const place = [
    `a.tenant_id = ${tenant}::uuid`,
    ...(rooms === null ? [] : [`a.room = ANY(${ints(rooms)}::int[])`]),
    ...(others === null ? [] : [holdsSql(ints(others), others.length)]),
  ].join(' AND ');
  const parts = times.map(({ from, until }) => {
    const [first, last] = [from ?? '-infinity', until ?? 'infinity'].map((end) =>
      values.add(typeof end === 'number' ? new Date(end) : end),
    );
    return `SELECT a.audience, ${first}::timestamptz, ${last}::timestamptz${facts} FROM hw.search_audiences a WHERE ${place}`;
  });
  if (people === null) return parts;
  // Most readers see their people at all times: nothing is unfolded for them.
  if (people.always !== null) {
    const holds = holdsSql(values.add(people.always), people.size);
    parts.push(`SELECT a.audience, '-infinity'::timestamptz, 'infinity'::timestamptz${facts} FROM hw.search_audiences a
      WHERE ${place} AND ${holds}`);
  }
  if (people.periods !== null) {
    const everybody = values.add(people.everybody);
    parts.push(`SELECT DISTINCT a.audience, coalesce(lower(stay), '-infinity'), coalesce(upper(stay), 'infinity')${facts}
      FROM hw.search_audiences a, unnest(a.people) AS person,
        unnest((${values.add(people.periods)}::jsonb ->> person::text)::tstzmultirange) AS stay
      WHERE ${place} AND ${holdsSql(everybody, people.size)} AND person = ANY(${everybody}::int[])`);
  }
  return parts;
}

/** That one of a list of so many is in a set. */
function holdsSql(list: string, size: number): string {
  return size <= FEW_PEOPLE
    ? `a.people && ${list}::int[]`
    : `EXISTS (SELECT FROM unnest(a.people) AS one WHERE one = ANY(${list}::int[]))`;
}

/** The number of a row's day. Looking the time up among the first moments of all days takes a fifth of turning it into a date. */
function dayExpression(days: { zone: string; first: UnixMs; last: UnixMs }, values: SqlValues): string {
  const zone = `${values.add(days.zone)}::text`;
  // A day more on either side: zones are up to 14 hours off.
  const [first, last] = [dayNumber(days.first) - 1, dayNumber(days.last) + 1];
  if (last - first > LONGEST_DAYS) return `((sent_at AT TIME ZONE ${zone})::date - date '2000-01-01')`;
  return `(width_bucket(sent_at, ARRAY(SELECT (date '2000-01-01' + n)::timestamp AT TIME ZONE ${zone}
    FROM generate_series(${values.add(first)}::int, ${values.add(last)}::int) AS n ORDER BY n)) + ${first - 1})`;
}

function dayNumber(at: UnixMs): number {
  return Math.floor((at - FIRST_DAY) / DAY_MS);
}

/** YYYY-MM-DD of the number of a day. */
export function dayOf(number: number): string {
  return new Date(FIRST_DAY + number * DAY_MS).toISOString().slice(0, 10);
}

/** The first and the last moment of what a query may find: of rows in its period. */
export function boundsStatement(tenantId: TenantId, query: SearchQuery): Statement {
  const values = new SqlValues();
  const place = new IndexConditions(values).place(tenantId, query).join(' AND ');
  const text = `SELECT
    (SELECT sent_at FROM hw.search_tokens WHERE ${place} ORDER BY sent_at, message_id LIMIT 1) AS "first",
    (SELECT sent_at FROM hw.search_tokens WHERE ${place} ORDER BY sent_at DESC, message_id DESC LIMIT 1) AS "last"`;
  return { text, values: values.all };
}

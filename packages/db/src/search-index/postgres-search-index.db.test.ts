import {
  EVERY_MESSAGE,
  type MessageId,
  type MessagePosition,
  type SearchQuery,
  type TenantId,
} from '@highwater/domain';
import { createTestDatabase, newId, ROW_TIME, type TestDatabase } from '@highwater/testkit';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { asSearch } from '../transactions/as-search.ts';
import { countStatement } from './count-statement.ts';
import { lookUpStatement, walkStatement, type Statement } from './find-statements.ts';
import { createPostgresSearchIndex } from './postgres-search-index.ts';
import { narrowPeriod, type TokenCondition } from './token-condition.ts';

/** Five tenants of 8,000 messages; each message has 20 tokens of 1,000 that all tenants share, and ten a rare one. */
const TENANTS = [
  newId<TenantId>(),
  newId<TenantId>(),
  newId<TenantId>(),
  newId<TenantId>(),
  newId<TenantId>(),
] as const;
const EACH = 8_000;
const RARE = -7;
const OLDEST = -8;
const FIRST_PAGE = { after: null, limit: 50 };
const QUERY = EVERY_MESSAGE;
const ANYTHING: TokenCondition = {
  all: [],
  anyOf: [],
  clauses: [],
  noneOf: [],
  access: null,
  isExact: true,
  personHash: () => 0,
  roomHash: () => 0,
};
const asking = (part: Partial<TokenCondition>): TokenCondition => ({ ...ANYTHING, ...part });
const seenBy = (...people: number[]) => [{ people, from: null, until: null }];

let own: TestDatabase;

beforeAll(async () => {
  own = await createTestDatabase(inject('superuser'));
  const superuser = new pg.Client({ ...inject('superuser'), database: own.name });
  await superuser.connect();
  // What is not on the disk yet, VACUUM does not mark as visible to all.
  await superuser.query('SET synchronous_commit = on');
  // Ten messages of each tenant carry the rare token, the hundred oldest another; sent_at repeats, so that ids decide.
  await superuser.query(
    `INSERT INTO hw.search_tokens (tenant_id, message_id, sent_at, tokens, facts, audience, is_recalled)
     SELECT tenant, gen_random_uuid(), $2::timestamptz + (n / 3) * interval '1 second',
       ARRAY(SELECT (n * 7919 + k * 104729) % 1000 FROM generate_series(1, 20) AS k)
         || CASE WHEN n % ($3 / 10) = 0 THEN ARRAY[$4::int] ELSE '{}' END || CASE WHEN n <= 100 THEN ARRAY[$5::int] ELSE '{}' END,
       8, n % 50, n % 1000 = 0
     FROM unnest($1::uuid[]) AS t (tenant), generate_series(1, $3::int) AS n`,
    [TENANTS, new Date(ROW_TIME), EACH, RARE, OLDEST],
  );
  await superuser.query(
    `INSERT INTO hw.search_audiences (tenant_id, audience, people)
     SELECT tenant, n, ARRAY[n, n + 1000] FROM unnest($1::uuid[]) AS t (tenant), generate_series(0, 49) AS n`,
    [TENANTS],
  );
  await superuser.query('VACUUM ANALYZE hw.search_tokens');
  await superuser.query('VACUUM ANALYZE hw.search_audiences');
  await superuser.end();
});
afterAll(() => own.drop());

interface Plan {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Filter?: string;
  readonly Plans?: readonly Plan[];
}

async function explain({ text, values }: Statement, settings: Record<string, string> = {}): Promise<readonly Plan[]> {
  const { rows } = await asSearch(
    own.database,
    (runner) => runner.query<{ 'QUERY PLAN': readonly [{ Plan: Plan }] }>(`EXPLAIN (FORMAT JSON) ${text}`, values),
    settings,
  );
  const flatten = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(flatten)];
  return rows.flatMap((row) => flatten(row['QUERY PLAN'][0].Plan));
}

const indexOver = (tokens: Partial<TokenCondition>) =>
  createPostgresSearchIndex(own.database, async () => asking(tokens));

/** Every page up to the end, and how many there were. */
async function readAll(
  index: ReturnType<typeof indexOver>,
  limit: number,
  query: SearchQuery = QUERY,
): Promise<{ positions: readonly MessagePosition[]; pages: number }> {
  const positions: MessagePosition[] = [];
  let after: MessagePosition | null = null;
  for (let pages = 1; ; pages += 1) {
    const page: Awaited<ReturnType<typeof index.find>> = await index.find(
      TENANTS[2],
      query,
      { kind: 'all' },
      { after, limit },
    );
    positions.push(...page.positions);
    if (page.next === null) return { positions, pages };
    after = page.next;
  }
}

describe('as the role hw_search', () => {
  test('the statements run as hw_search', async () => {
    const { rows } = await asSearch(own.database, (runner) =>
      runner.query('SELECT current_user AS role, session_user AS login'),
    );
    expect(rows).toEqual([{ role: 'hw_search', login: 'hw_search' }]);
  });

  test.each<[string, Partial<TokenCondition>]>([
    ['a word', { all: [RARE] }],
    ['several characters', { all: [3, 40, 500] }],
    ['a word and an access condition', { all: [RARE, 7], access: seenBy(1, 2, 3) }],
    ['an access condition and kinds', { anyOf: [[4, 5]], access: seenBy(RARE) }],
  ])('%s is an index condition beside the tenant', async (_name, part) => {
    const tokens = asking(part);
    const plans = await explain(lookUpStatement(TENANTS[1], tokens, QUERY, FIRST_PAGE), { enable_indexscan: 'off' });
    const scans = plans.filter((plan) => plan['Index Name'] === 'search_tokens_gin');
    expect(scans).toHaveLength(1);
    const condition = scans[0]?.['Index Cond'] ?? '';
    expect(condition).toContain('tenant_id = ');
    if (tokens.all.length > 0) expect(condition).toContain('tokens @> ');
    expect(condition.split('tokens && ')).toHaveLength(tokens.anyOf.length + (tokens.access?.length ?? 0) + 1);
  });

  test('either of two long words is looked up by the index for each of them', async () => {
    const tokens = asking({
      clauses: [
        [
          [RARE, 3],
          [OLDEST, 4],
        ],
      ],
    });
    const plans = await explain(lookUpStatement(TENANTS[1], tokens, QUERY, FIRST_PAGE), { enable_indexscan: 'off' });
    const scans = plans.filter((plan) => plan['Index Name'] === 'search_tokens_gin');
    expect(scans).toHaveLength(2);
    for (const scan of scans) expect(scan['Index Cond']).toMatch(/tenant_id = .*tokens @> /);
  });

  test('the newest rows are walked in the order of the answer, without sorting', async () => {
    const plans = await explain(walkStatement(TENANTS[1], asking({ all: [3] }), QUERY, FIRST_PAGE, 500));
    expect(plans.map((plan) => plan['Node Type'])).not.toContain('Sort');
    expect(plans.flatMap((plan) => plan['Index Name'] ?? [])).toEqual(['search_tokens_by_time']);
  });

  test('what is asked without a word is counted without reading the rows', async () => {
    const days = { zone: 'Asia/Shanghai', first: ROW_TIME, last: ROW_TIME + 86_400_000 };
    const plans = await explain(countStatement(TENANTS[1], asking({ access: seenBy(1, 2) }), QUERY, days));
    const scans = plans.map((plan) => `${plan['Node Type']} ${plan['Index Name'] ?? ''}`);
    expect(scans.join('; ')).toContain('Index Only Scan search_tokens_by_time');
  });
});

describe('the index', () => {
  test('finds the messages of one tenant only, newest first', async () => {
    const index = indexOver({ all: [RARE] });
    const { positions: found } = await index.find(TENANTS[0], QUERY, { kind: 'all' }, FIRST_PAGE);
    expect(found).toHaveLength(10);
    expect(found.map(({ sentAt }) => sentAt)).toEqual(found.map(({ sentAt }) => sentAt).toSorted((a, b) => b - a));
    const { positions: others } = await index.find(newId<TenantId>(), QUERY, { kind: 'all' }, FIRST_PAGE);
    expect(others).toEqual([]);
  });

  test('asks for all of some tokens, one of each list, a whole word of each clause and none of the excluded', async () => {
    const find = async (tokens: Partial<TokenCondition>) =>
      (await indexOver(tokens).find(TENANTS[0], QUERY, { kind: 'all' }, { after: null, limit: EACH })).positions;
    const rare = await find({ all: [RARE] });
    const oldest = await find({ all: [OLDEST] });
    expect([rare, oldest].map((found) => found.length)).toEqual([10, 100]);
    expect(await find({ anyOf: [[RARE, 5000]] })).toEqual(rare);
    expect(await find({ all: [RARE], anyOf: [[5000]] })).toEqual([]);
    expect(await find({ all: [RARE, 5000] })).toEqual([]);
    expect(await find({ clauses: [[[RARE, 5000], [OLDEST]]] })).toEqual(oldest);
    expect(await find({ clauses: [[[RARE], [OLDEST]]] })).toHaveLength(110);
    expect(await find({ all: [OLDEST], noneOf: [RARE] })).toEqual(oldest);
    expect(await find({ all: [RARE], noneOf: [RARE] })).toEqual([]);
    expect(await find({ all: [RARE], access: [] })).toEqual([]);
    expect(await find({})).toHaveLength(EACH);
  });

  test('finds what only the oldest messages hold, and says when nothing older is left', async () => {
    expect(await readAll(indexOver({ all: [OLDEST] }), 40)).toMatchObject({ pages: 3, positions: { length: 100 } });
    expect(await readAll(indexOver({ all: [5000] }), 40)).toEqual({ pages: 1, positions: [] });
  });

  test('knows in which period each of several people may be seen', async () => {
    const [from, until] = [ROW_TIME + 1000, ROW_TIME + 3000];
    const access = [{ people: [OLDEST], from, until }, ...seenBy(RARE)];
    const { positions } = await indexOver({ access }).find(
      TENANTS[0],
      QUERY,
      { kind: 'all' },
      { after: null, limit: EACH },
    );
    expect(positions).toHaveLength(6 + 10);
    expect(positions.filter(({ sentAt }) => sentAt >= from && sentAt < until)).toHaveLength(6);
  });

  test('is looked at within the time of which a reader may see anything', () => {
    const period = (...access: [number | null, number | null][]) =>
      narrowPeriod(
        { ...QUERY, from: 100, until: 900 },
        access.map(([from, until]) => ({ people: [1], from, until })),
      );
    expect(period([200, 300], [250, 800])).toMatchObject({ from: 200, until: 800 });
    expect(period([200, 300], [null, 800])).toMatchObject({ from: 100, until: 800 });
    expect(period([50, 950], [60, null])).toMatchObject({ from: 100, until: 900 });
    expect(period()).toMatchObject({ from: 100, until: 900 });
  });

  test('is not asked at all by a reader who may see nothing', async () => {
    const index = createPostgresSearchIndex(own.database, () => Promise.reject(new Error('asked')));
    expect(await index.find(TENANTS[0], QUERY, { kind: 'none' }, FIRST_PAGE)).toEqual({ positions: [], next: null });
    expect(await index.count(TENANTS[0], QUERY, { kind: 'none' }, { zone: 'UTC' })).toMatchObject({
      total: 0,
      days: [],
    });
  });

  test.each([
    ['everything', {}],
    ['a common word', { all: [3] }],
  ])('is paged without repeating or skipping, equal times included (%s)', async (_name, tokens) => {
    const index = indexOver(tokens);
    const query = { ...QUERY, until: ROW_TIME + 600_000 };
    const { positions: whole } = await index.find(TENANTS[2], query, { kind: 'all' }, { after: null, limit: EACH });
    const { positions: paged } = await readAll(index, 7, query);
    expect(whole.length).toBeGreaterThan(20);
    expect(paged).toEqual(whole);
    expect(new Set(whole.map(({ messageId }) => messageId)).size).toBe(whole.length);
  });

  test('knows the period from its start up to before its end', async () => {
    const [from, until] = [ROW_TIME + 10_000, ROW_TIME + 12_000];
    const { positions: found } = await indexOver({}).find(
      TENANTS[0],
      { ...QUERY, from, until },
      { kind: 'all' },
      { after: null, limit: EACH },
    );
    expect(new Set(found.map(({ sentAt }) => sentAt))).toEqual(new Set([from, from + 1000]));
    expect(new Set(found.map(({ messageId }) => messageId) satisfies readonly MessageId[]).size).toBe(6);
  });

  test('keeps to what was taken back, and to what was not', async () => {
    const find = async (isRecalled: boolean) =>
      (await readAll(indexOver({}), EACH, { ...QUERY, isRecalled })).positions.length;
    expect(await find(true)).toBe(8);
    expect(await find(false)).toBe(EACH - 8);
  });
});

describe('numbers', () => {
  const count = (tokens: Partial<TokenCondition>, query: SearchQuery = QUERY, zone = 'Asia/Shanghai') =>
    indexOver(tokens).count(TENANTS[0], query, { kind: 'all' }, { zone });

  test('are those of everything that would be found', async () => {
    expect(await count({})).toMatchObject({ total: EACH, isExact: true, kinds: [{ kind: 'text', count: EACH }] });
    expect(await count({ all: [RARE] })).toMatchObject({ total: 10 });
    expect(await count({ all: [RARE], isExact: false })).toMatchObject({ total: 10, isExact: false });
    expect(await count({}, { ...QUERY, kinds: ['image'] })).toMatchObject({ total: 0, days: [] });
  });

  test('keep to what a reader may see, and to the periods in which', async () => {
    expect(await count({ access: [] })).toMatchObject({ total: 0 });
    expect(await count({ access: seenBy(7) })).toMatchObject({ total: EACH / 50 });
    expect(await count({ access: seenBy(7, 1007, 8) })).toMatchObject({ total: (2 * EACH) / 50 });
    const half = ROW_TIME + (EACH / 3 / 2) * 1000;
    const early = await count({ access: [{ people: [7], from: null, until: half }] });
    expect(early.total).toBe(EACH / 50 / 2);
  });

  test('are by the days of the zone, also where its clock changes', async () => {
    const start = Date.parse('2026-03-28T12:00:00Z');
    const superuser = new pg.Client({ ...inject('superuser'), database: own.name });
    await superuser.connect();
    const tenantId = newId<TenantId>();
    // One message an hour through the night in which Berlin's day has 23 hours.
    await superuser.query(
      `INSERT INTO hw.search_tokens (tenant_id, message_id, sent_at, tokens, facts, audience, is_recalled)
       SELECT $1, gen_random_uuid(), $2::timestamptz + n * interval '1 hour', '{}', 8, 1, false FROM generate_series(0, 47) AS n`,
      [tenantId, new Date(start)],
    );
    await superuser.end();
    const { days } = await indexOver({}).count(tenantId, QUERY, { kind: 'all' }, { zone: 'Europe/Berlin' });
    expect(days).toEqual([
      { day: '2026-03-28', count: 11 },
      { day: '2026-03-29', count: 23 },
      { day: '2026-03-30', count: 14 },
    ]);
  });
});

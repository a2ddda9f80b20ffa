import { EVERY_MESSAGE, type MessageId, type MessagePosition, type TenantId } from '@highwater/domain';
import { createTestDatabase, newId, ROW_TIME, type TestDatabase } from '@highwater/testkit';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { asSearch } from '../transactions/as-search.ts';
import { createPostgresSearchIndex } from './postgres-search-index.ts';
import { searchStatement, type TokenCondition } from './search-statement.ts';

/** Five tenants of 8,000 messages; each message has 20 tokens of 1,000 that all tenants share, and a rare one. */
const TENANTS = [
  newId<TenantId>(),
  newId<TenantId>(),
  newId<TenantId>(),
  newId<TenantId>(),
  newId<TenantId>(),
] as const;
const EACH = 8_000;
const RARE = -7;
const NO_PERIOD = { from: null, until: null };
const FIRST_PAGE = { after: null, limit: 50 };
const QUERY = EVERY_MESSAGE;

let own: TestDatabase;

beforeAll(async () => {
  own = await createTestDatabase(inject('superuser'));
  const superuser = new pg.Client({ ...inject('superuser'), database: own.name });
  await superuser.connect();
  // Ten messages of each tenant carry the rare token; sent_at repeats, so that ids have to decide.
  await superuser.query(
    `INSERT INTO hw.search_tokens (tenant_id, message_id, sent_at, tokens)
     SELECT tenant, gen_random_uuid(), $2::timestamptz + (n / 3) * interval '1 second',
       ARRAY(SELECT (n * 7919 + k * 104729) % 1000 FROM generate_series(1, 20) AS k) || CASE WHEN n % ($3 / 10) = 0 THEN ARRAY[$4::int] ELSE '{}' END
     FROM unnest($1::uuid[]) AS t (tenant), generate_series(1, $3::int) AS n`,
    [TENANTS, new Date(ROW_TIME), EACH, RARE],
  );
  await superuser.query('VACUUM ANALYZE hw.search_tokens');
  await superuser.end();
});
afterAll(() => own.drop());

interface Plan {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly Plan[];
}

async function explain(tokens: TokenCondition): Promise<readonly Plan[]> {
  const { text, values } = searchStatement(TENANTS[1], tokens, NO_PERIOD, FIRST_PAGE);
  const { rows } = await asSearch(own.database, (runner) =>
    runner.query<{ 'QUERY PLAN': readonly [{ Plan: Plan }] }>(`EXPLAIN (FORMAT JSON) ${text}`, values),
  );
  const flatten = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(flatten)];
  return rows.flatMap((row) => flatten(row['QUERY PLAN'][0].Plan));
}

const indexOver = (tokens: TokenCondition) => createPostgresSearchIndex(own.database, async () => tokens);

describe('as the role hw_search', () => {
  test('the statements run as hw_search', async () => {
    const { rows } = await asSearch(own.database, (runner) =>
      runner.query('SELECT current_user AS role, session_user AS login'),
    );
    expect(rows).toEqual([{ role: 'hw_search', login: 'hw_search' }]);
  });

  test.each<[string, TokenCondition]>([
    ['a word', { all: [RARE], anyOf: [] }],
    ['several characters', { all: [3, 40, 500], anyOf: [] }],
    ['a word and an access condition', { all: [RARE, 7], anyOf: [[1, 2, 3]] }],
    ['an access condition and kinds', { all: [], anyOf: [[RARE], [4, 5]] }],
  ])('%s is an index condition beside the tenant', async (_name, tokens) => {
    const scans = (await explain(tokens)).filter((plan) => plan['Index Name'] === 'search_tokens_gin');
    expect(scans).toHaveLength(1);
    const condition = scans[0]?.['Index Cond'] ?? '';
    expect(condition).toContain('tenant_id = ');
    if (tokens.all.length > 0) expect(condition).toContain('tokens @> ');
    expect(condition.split('tokens && ')).toHaveLength(tokens.anyOf.length + 1);
  });
});

describe('the index', () => {
  test('finds the messages of one tenant only, newest first', async () => {
    const { positions: found } = await indexOver({ all: [RARE], anyOf: [] }).find(
      TENANTS[0],
      QUERY,
      { kind: 'all' },
      FIRST_PAGE,
    );
    expect(found).toHaveLength(10);
    expect(found.map(({ sentAt }) => sentAt)).toEqual(found.map(({ sentAt }) => sentAt).toSorted((a, b) => b - a));
    const { positions: others } = await indexOver({ all: [RARE], anyOf: [] }).find(
      newId<TenantId>(),
      QUERY,
      { kind: 'all' },
      FIRST_PAGE,
    );
    expect(others).toEqual([]);
  });

  test('asks for all of some tokens and one of each list', async () => {
    const find = async (tokens: TokenCondition) =>
      (await indexOver(tokens).find(TENANTS[0], QUERY, { kind: 'all' }, { after: null, limit: EACH })).positions;
    const rare = await find({ all: [RARE], anyOf: [] });
    expect(await find({ all: [], anyOf: [[RARE, 5000]] })).toEqual(rare);
    expect(await find({ all: [RARE], anyOf: [[5000]] })).toEqual([]);
    expect(await find({ all: [RARE, 5000], anyOf: [] })).toEqual([]);
    expect(await find({ all: [], anyOf: [] })).toHaveLength(EACH);
  });

  test('is not asked at all by a reader who may see nothing', async () => {
    const index = createPostgresSearchIndex(own.database, () => Promise.reject(new Error('asked')));
    expect(await index.find(TENANTS[0], QUERY, { kind: 'none' }, FIRST_PAGE)).toEqual({ positions: [], next: null });
  });

  test('is paged without repeating or skipping, equal times included', async () => {
    const index = indexOver({ all: [], anyOf: [] });
    const query = { ...QUERY, until: ROW_TIME + 60_000 };
    const { positions: whole } = await index.find(TENANTS[2], query, { kind: 'all' }, { after: null, limit: EACH });
    const paged: MessagePosition[] = [];
    for (let after: MessagePosition | null = null; ; after = paged.at(-1) ?? null) {
      const { positions: page } = await index.find(TENANTS[2], query, { kind: 'all' }, { after, limit: 17 });
      paged.push(...page);
      if (page.length < 17) break;
    }
    expect(whole.length).toBeGreaterThan(100);
    expect(new Set(whole.map(({ sentAt }) => sentAt)).size).toBeLessThan(whole.length / 2);
    expect(paged).toEqual(whole);
    expect(new Set(whole.map(({ messageId }) => messageId)).size).toBe(whole.length);
  });

  test('knows the period from its start up to before its end', async () => {
    const [from, until] = [ROW_TIME + 10_000, ROW_TIME + 12_000];
    const { positions: found } = await indexOver({ all: [], anyOf: [] }).find(
      TENANTS[0],
      { ...QUERY, from, until },
      { kind: 'all' },
      { after: null, limit: EACH },
    );
    expect(new Set(found.map(({ sentAt }) => sentAt))).toEqual(new Set([from, from + 1000]));
    expect(new Set(found.map(({ messageId }) => messageId) satisfies readonly MessageId[]).size).toBe(6);
  });
});

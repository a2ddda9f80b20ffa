import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readApiConfig } from '@highwater/config';
import { createSearchHashers, createTenantKeys } from '@highwater/crypto';
import {
  closeDatabase,
  createDatabase,
  createPostgresSearchIndex,
  findWrappedKey,
  inTenant,
  type Database,
} from '@highwater/db';
import {
  EVERY_MESSAGE,
  type AccessCondition,
  type MessageKind,
  type PersonKey,
  type SearchQuery,
} from '@highwater/domain';
import { createTokenCompiler, parseWords } from '@highwater/search';
import { createVisitor } from '@highwater/testkit';
import { apiEnvironment } from '../../infra/start/app-environments.ts';
import { asSuperuser, setBareStage, type BareStage } from '../faults/fault-stage.ts';
import { createRandom } from '../faults/seeded-random.ts';
import { createApiVictim } from '../faults/victims.ts';
import { GRANTED, makeBenchTenant } from './search/bench-people.ts';
import { composeQuestions, type Question } from './search/compose-questions.ts';
import { fillArchive } from './search/fill-archive.ts';
import { askAll, pathOf, spreadOf, timed, type Spread } from './search/measure.ts';
import { readCorpus } from './search/read-corpus.ts';

/** What searching and reading are held to, in milliseconds, through the API as a viewer of the largest company. */
const LIMITS = { hitsP50: 25, hitsP95: 100, overEngineP95: 25, numbers: 400, contextP95: 30, jump: 50 };
const TENANTS = 20;
const YEARS_MS = 2 * 365 * 86_400_000;
const EACH = 30;

export interface SearchFigures {
  readonly messages: number;
  readonly largest: number;
  readonly engine: string;
  readonly buildPerSecond: number | null;
  readonly indexBytesPerMessage: number;
  readonly hits: Spread;
  readonly engineAlone: Spread;
  readonly numbers: Spread;
  readonly context: Spread;
  readonly jump: Spread;
  readonly classes: Readonly<Record<string, Spread>>;
  readonly holds: boolean;
}

interface Filled {
  readonly tenants: readonly {
    readonly tenantId: string;
    readonly connectionId: string;
    readonly name: string;
    readonly messages: number;
  }[];
  readonly buildPerSecond: number;
  readonly now: number;
}

/**
 * A million messages of twenty companies, one of which has a third, spliced from dialogues of `corpus`; every commit on
 * the disk, audit and row-level security on. `folder` keeps the archive for the next run.
 */
export async function benchSearch(options: {
  readonly messages: number;
  readonly corpus: string;
  readonly seed: number;
  readonly folder?: string | undefined;
}): Promise<SearchFigures> {
  const corpus = readCorpus(options.corpus);
  const stage = await setBareStage({
    durable: true,
    ...(options.folder === undefined ? {} : { folder: options.folder }),
  });
  const config = readApiConfig(apiEnvironment(stage.context));
  const database = createDatabase(config.database, config.passwords);
  const api = createApiVictim(stage);
  try {
    await api.start();
    const filled = await fillAll(stage, database, corpus, options);
    return await measureAll(stage, database, corpus, filled, options.seed, config.kek);
  } finally {
    await closeDatabase(database);
    await api.kill();
    await stage.close();
  }
}

async function fillAll(
  stage: BareStage,
  database: Database,
  corpus: readonly string[],
  {
    messages,
    seed,
    folder,
  }: { readonly messages: number; readonly seed: number; readonly folder?: string | undefined },
): Promise<Filled> {
  const note = join(stage.context.dataDir, 'bench-search.json');
  if (folder !== undefined && existsSync(note)) return JSON.parse(readFileSync(note, 'utf8')) as Filled;
  const now = Date.now();
  const begun = performance.now();
  const tenants: { tenantId: string; connectionId: string; name: string; messages: number }[] = [];
  for (let at = 0; at < TENANTS; at += 1) {
    const name = `Company${at}`;
    const share =
      at === 0 ? Math.floor(messages / 3) : Math.floor((messages - Math.floor(messages / 3)) / (TENANTS - 1));
    const { tenantId, connectionId } = await makeBenchTenant(stage, database, name);
    const kept = await fillArchive(
      stage,
      { tenantId, connectionId },
      { messages: share, corpus, seed: seed + at, from: now - YEARS_MS, until: now },
    );
    tenants.push({ tenantId, connectionId, name, messages: kept });
    console.error(`${name}: ${kept} messages`);
  }
  const total = tenants.reduce((sum, tenant) => sum + tenant.messages, 0);
  const filled = { tenants, buildPerSecond: Math.round(total / ((performance.now() - begun) / 1000)), now };
  await asSuperuser(stage, (client) => client.query('VACUUM ANALYZE'));
  writeFileSync(note, JSON.stringify(filled));
  return filled;
}

interface Hits {
  readonly engine?: string;
  readonly items: readonly { readonly messageId: string; readonly conversationId: string }[];
}

async function measureAll(
  stage: BareStage,
  database: Database,
  corpus: readonly string[],
  filled: Filled,
  seed: number,
  kek: Uint8Array,
): Promise<SearchFigures> {
  const [largest] = filled.tenants;
  if (largest === undefined) throw new Error('No company was filled.');
  const { urls } = stage.context;
  const viewer = createVisitor(urls.portal, urls.api);
  await viewer.signIn({
    email: `viewer-${largest.name.toLowerCase()}@bench.highwater.example`,
    password: 'a long enough password',
  });
  const questions = composeQuestions(corpus, { each: EACH, seed, now: filled.now });

  const hits = await askAll<Hits>(viewer, '/v1/messages/search', questions, { limit: '20' });
  const engineAlone = await askEngine(database, kek, largest.tenantId, questions);
  const numbers = await askAll(
    viewer,
    '/v1/messages/facets',
    questions.filter((_, at) => at % 5 === 0),
  );
  const anchors = hits.answers
    .flatMap(({ items }) => items.slice(0, 2))
    .filter((_, at) => at % 3 === 0)
    .slice(0, 200);
  const context = await timeEach(anchors, ({ messageId }) => viewer.get(`/v1/messages/${messageId}/context`));
  const random = createRandom(seed);
  const jump = await timeEach(anchors, ({ conversationId }) =>
    viewer.get(
      pathOf(`/v1/conversations/${conversationId}/at`, { at: String(Math.floor(filled.now - random() * YEARS_MS)) }),
    ),
  );
  const total = filled.tenants.reduce((sum, tenant) => sum + tenant.messages, 0);
  const bytes = await asSuperuser(stage, async (client) => {
    const { rows } = await client.query<{ bytes: string }>(
      "SELECT pg_total_relation_size('hw.search_tokens') AS bytes",
    );
    return Number(rows[0]?.bytes ?? 0);
  });
  const all = spreadOf([...hits.times.values()].flat());
  const alone = spreadOf(engineAlone);
  const figures = {
    messages: total,
    largest: largest.messages,
    engine: hits.answers[0]?.engine ?? 'postgres',
    buildPerSecond: filled.buildPerSecond,
    indexBytesPerMessage: Math.round(bytes / total),
    hits: all,
    engineAlone: alone,
    numbers: spreadOf([...numbers.times.values()].flat()),
    context: spreadOf(context),
    jump: spreadOf(jump),
    classes: Object.fromEntries([
      ...[...hits.times].map(([name, times]) => [name, spreadOf(times)] as const),
      ...[...numbers.times].map(([name, times]) => [`numbers: ${name}`, spreadOf(times)] as const),
    ]),
  };
  return {
    ...figures,
    holds:
      all.p50 <= LIMITS.hitsP50 &&
      all.p95 <= LIMITS.hitsP95 &&
      all.p95 <= alone.p95 + LIMITS.overEngineP95 &&
      figures.numbers.worst <= LIMITS.numbers &&
      figures.context.p95 <= LIMITS.contextP95 &&
      figures.jump.worst <= LIMITS.jump,
  };
}

async function timeEach<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<number[]> {
  for (const item of items) await work(item);
  const times: number[] = [];
  for (const item of items) times.push((await timed(() => work(item))).ms);
  return times;
}

/** The same questions put to the index itself, with the viewer's condition. */
async function askEngine(
  database: Database,
  kek: Uint8Array,
  tenantId: string,
  questions: readonly Question[],
): Promise<readonly number[]> {
  const tenantKeys = createTenantKeys({ kek, loadWrapped: (tenant) => inTenant(database, tenant, findWrappedKey) });
  const index = createPostgresSearchIndex(database, createTokenCompiler(createSearchHashers(tenantKeys)));
  const access: AccessCondition = { kind: 'where', any: [{ people: GRANTED }] };
  return timeEach(questions, ({ query }) =>
    index.find(tenantId as Parameters<typeof index.find>[0], queryOf(query), access, { after: null, limit: 21 }),
  );
}

function queryOf({ q = '', person, kind, direction, media, from, until }: Question['query']): SearchQuery {
  return {
    ...EVERY_MESSAGE,
    ...parseWords(q),
    people: person === undefined ? [] : [[person as PersonKey]],
    kinds: kind === undefined ? [] : [kind as MessageKind],
    directions: direction === 'inbound' ? ['inbound'] : [],
    hasMedia: media === undefined ? null : media === 'true',
    from: from === undefined ? null : Number(from),
    until: until === undefined ? null : Number(until),
  };
}

import { EVERY_MESSAGE, FaultError, type Fault, type SearchIndex, type TenantId } from '@highwater/domain';
import { expect, it } from 'vitest';
import { createSearchIndexWithFallback } from './create-search-index-with-fallback.ts';

const ALL = { kind: 'all' } as const;
const FIRST = { after: null, limit: 10 };
const TENANT = 'tenant' as TenantId;

function indexOf(engine: SearchIndex['engine'], fault: () => Fault | Error | undefined = () => undefined) {
  const asked: string[] = [];
  const answer = async <Result>(what: string, result: Result): Promise<Result> => {
    asked.push(what);
    const wrong = fault();
    if (wrong instanceof Error) throw wrong;
    if (wrong !== undefined) throw new FaultError(wrong);
    return result;
  };
  const counts = { total: 0, isExact: true, days: [], kinds: [], directions: [], people: [], rooms: [] };
  const index: SearchIndex = {
    engine,
    find: () => answer('find', { positions: [], next: null }),
    count: () => answer('count', counts),
  };
  return { index, asked };
}

function setUp(options: { isOn?: boolean; fault?: () => Fault | Error | undefined } = {}) {
  const [fast, sure] = [indexOf('typesense', options.fault), indexOf('postgres')];
  const told: Fault[] = [];
  let questions = 0;
  const index = createSearchIndexWithFallback({
    typesense: fast.index,
    postgres: sure.index,
    isOn: () => ((questions += 1), Promise.resolve(options.isOn ?? true)),
    onFallback: (fault) => void told.push(fault),
  });
  const find = (change = {}) => index.find(TENANT, { ...EVERY_MESSAGE, ...change }, ALL, FIRST);
  return { index, find, fast, sure, told, questions: () => questions };
}

it('asks the faster index where it is on, and says who answered', async () => {
  const { index, find, fast, sure, questions } = setUp();
  await find();
  await index.count(TENANT, EVERY_MESSAGE, ALL, { zone: 'Asia/Shanghai' });
  expect([index.engine, fast.asked, sure.asked, questions()]).toEqual(['typesense', ['find', 'count'], [], 1]);
});

it('asks the database where the company has it off, and where there is none', async () => {
  const { index, find, fast } = setUp({ isOn: false });
  await find();
  expect([index.engine, fast.asked]).toEqual(['postgres', []]);
  const sure = indexOf('postgres');
  const alone = createSearchIndexWithFallback({
    typesense: null,
    postgres: sure.index,
    isOn: () => Promise.resolve(true),
  });
  await alone.find(TENANT, EVERY_MESSAGE, ALL, FIRST);
  expect([alone.engine, sure.asked]).toEqual(['postgres', ['find']]);
});

it.each<Fault>(['search.unavailable', 'search.refused', 'search.missing'])(
  'stays with the database for the rest of the request after %s',
  async (fault) => {
    const { index, find, fast, sure, told } = setUp({ fault: () => fault });
    await find();
    await find();
    expect([index.engine, fast.asked, sure.asked, told]).toEqual(['postgres', ['find'], ['find', 'find'], [fault]]);
  },
);

it('leaves what nobody answered to the database, and goes on with the faster one', async () => {
  const { index, find, fast } = setUp();
  await find({ isUnanswered: true });
  expect([index.engine, fast.asked]).toEqual(['postgres', []]);
  await find();
  expect(index.engine).toBe('typesense');
});

it('hides no other error', async () => {
  const { find, sure } = setUp({ fault: () => new Error('a mistake of ours') });
  await expect(find()).rejects.toThrow('a mistake of ours');
  expect(sure.asked).toEqual([]);
});

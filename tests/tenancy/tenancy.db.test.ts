import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { ACTORS } from './actors.ts';
import { checkCoverage } from './check-coverage.ts';
import { checkIsolation } from './check-isolation.ts';
import type { Row } from './cell.ts';
import { startLeakingProxy, type Leak } from './planted/leaking-proxy.ts';
import { ROWS } from './rows/index.ts';
import { runMatrix } from './run-matrix.ts';
import { setTenancyStage, type TenancyStage } from './tenancy-stage.ts';

/** `npm run tenancy` draws one at random. */
const SEED = 20_261_122;

let stage: TenancyStage;
beforeAll(async () => {
  stage = await setTenancyStage(SEED);
}, 240_000);
afterAll(() => stage?.close());

/** Its owner, both who come by its provider, and support in either dress. */
const WHO_READS_IN_B = 5;

const rowsOf = (operation: string): readonly Row[] => ROWS.filter((row) => row.operation === operation);
const inOrder = <Item>(items: readonly Item[]): readonly Item[] => items;

/** What the matrix says of the overview when the API adds something to it. */
async function problemsWith(leak: Leak): Promise<readonly string[]> {
  const { world, values, apiUrl } = stage;
  const proxy = await startLeakingProxy(apiUrl, '/v1/overview', leak);
  onTestFinished(() => proxy.close());
  const ownerB = world.actors.ownerB.at(proxy.url);
  const leaking = { ...world, actors: { ...world.actors, ownerB } };
  return (await runMatrix(leaking, rowsOf('getOverview'), values, inOrder)).problems;
}

describe('the suite itself', () => {
  it('has nothing to say of an API that only passes through', async () => {
    expect(await problemsWith({})).toEqual([]);
  });

  it('notices a text of another company in one answer, however it is written', async () => {
    const word = stage.world.a.words.seenPair;
    const place =
      'getOverview, the state of the archive, asked by the owner of company B: LEAK: learns words "seenPair"';
    expect(await problemsWith({ body: word })).toEqual([place]);
    expect(await problemsWith({ body: Buffer.from(`{"x":"${word}"}`).toString('base64url') })).toEqual([place]);
    expect(await problemsWith({ header: encodeURIComponent(word) })).toEqual([place]);
  });

  it('notices an id, an address and a person of another company', async () => {
    const { a, people } = stage.world;
    const body = [a.lines.hiddenPair.messageId, people.viewer.email, a.people.customer].join(' ');
    expect(await problemsWith({ body })).toHaveLength(3);
  });

  it('notices what a limited viewer learns beyond its grant', async () => {
    const { world, values } = stage;
    const [row] = rowsOf('listRooms');
    if (row === undefined) throw new Error('There is no row of rooms.');
    const known = values.map((value) => ({ ...value, knownTo: value.knownTo.filter((actor) => actor !== 'viewer') }));
    const { problems } = await runMatrix(world, [row], known, inOrder);
    expect(problems).toContainEqual(
      expect.stringContaining('asked by a viewer of company A limited to one employee: LEAK: learns room "seen"'),
    );
  });

  it('notices an answer that is not the expected one, and an empty one', async () => {
    const { world, values } = stage;
    const [row] = rowsOf('listKeys');
    if (row === undefined) throw new Error('There is no row of keys.');
    const wrong: Row = { ...row, expect: () => ({ status: 200, holds: ['no such words'] }) };
    const { problems } = await runMatrix(world, [wrong], values, inOrder);
    expect(problems.filter((problem) => problem.includes('instead of 200'))).toHaveLength(
      ACTORS.length - WHO_READS_IN_B,
    );
    expect(problems).toContainEqual(expect.stringMatching(/owner of company B: does not hold 1/));
  });

  it('notices an operation without a row and a row without an operation', () => {
    const { world, operations } = stage;
    expect(checkCoverage(world, operations, ROWS)).toEqual([]);
    const unasked = ROWS.filter((row) => row.operation !== 'sendMedia');
    expect(checkCoverage(world, operations, unasked)).toEqual([expect.stringMatching(/^sendMedia .* has no row/)]);
    const without = operations.filter(({ name }) => name !== 'sendMedia');
    expect(checkCoverage(world, without, ROWS)).toHaveLength(rowsOf('sendMedia').length);
  });
});

it('keeps two companies apart, and a limited viewer within its grant', async () => {
  const figures = await checkIsolation(stage, SEED);
  expect(figures.problems).toEqual([]);
  expect(figures.cells).toBe(figures.rows * (figures.actors + 1));
}, 240_000);

import { expect, onTestFinished, test } from 'vitest';
import { seedOfDay } from '../../packages/db/src/catalogue/testing/mutants/choose-mutants.ts';
import { findBranches } from './mutants/branches/find-branches.ts';
import { tryBranches } from './mutants/branches/try-branches.ts';
import { countGates, findGates, listGates } from './mutants/gates/find-gates.ts';
import { listGateMutants } from './mutants/gates/gate-mutants.ts';
import { tryAllGates } from './mutants/gates/try-all-gates.ts';
import { setTenancyStage } from './tenancy-stage.ts';

/** Each day others; `npm run tenancy` tries all. */
const SEED = seedOfDay(Date.now());
const A_DAY = 5;

test('the gates that are found are those that stand in the text, and each makes mutants of its own name', () => {
  expect(listGates()).toHaveLength(countGates());
  const names = listGateMutants().map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThan(2 * countGates());
});

test('a gate is found with its action and with what it lets through', () => {
  const text = `
    export function one(ctx) { const { tenantId, access } = authorise(ctx, 'view'); }
    export function two(ctx) { requireMember(ctx); authorise(ctx, 'export', { opens: false }); }
  `;
  expect(findGates('apps/api/src/x.ts', text)).toMatchObject([
    { gate: 'authorise', action: 'view', usesAccess: true, opensContent: true },
    { gate: 'requireMember', action: null },
    { gate: 'authorise', action: 'export', usesAccess: false, opensContent: false },
  ]);
});

test('every way of a branch is a mutant, and a file with switches says the same', () => {
  const text = `export const f = (a, list) => (a && list.some((b) => b > 1) ? 'yes' : list === undefined ? {} : { list });`;
  const { branches, switched } = findBranches('x.ts', text);
  expect(branches.map(({ name }) => name)).toEqual([
    'x.ts: a && list.some((b) => b > 1) is always true',
    'x.ts: a && list.some((b) => b > 1) is always false',
    'x.ts: a is dropped beside &&',
    'x.ts: list.some((b) => b > 1) is dropped beside &&',
    'x.ts: (b) => b > 1 is dropped from some',
    'x.ts: list === undefined is always true',
  ]);
  for (const { id } of branches) expect(switched).toContain(JSON.stringify(id));
});

test(`the gates of today that are opened are noticed: ${A_DAY}, drawn with seed ${SEED}`, async () => {
  const stage = await setTenancyStage(SEED);
  onTestFinished(() => stage.close());
  const all = listGateMutants();
  const mutants = Array.from(
    { length: A_DAY },
    (_, at) => all[(SEED * 7 + at * Math.floor(all.length / A_DAY)) % all.length],
  );
  const figures = await tryAllGates(stage, undefined, { mutants: mutants.filter((each) => each !== undefined) });
  expect(figures).toMatchObject({ tried: A_DAY, survivors: [], problems: [] });
  expect(figures.caught + figures.equivalent).toBe(A_DAY);
}, 180_000);

test(`the branches of today that are made wrong are noticed: ${A_DAY}, drawn with seed ${SEED}`, async () => {
  const figures = await tryBranches(SEED, { most: A_DAY });
  expect(figures).toMatchObject({ tried: A_DAY, caught: A_DAY, survivors: [], problems: [] });
}, 180_000);

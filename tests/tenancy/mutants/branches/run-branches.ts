import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { startPostgres } from '../../../../infra/postgres/index.ts';
import { ROOT } from '../../../../infra/processes/run-command.ts';
import { AREAS, COMPILERS, listCoveringTests } from './branch-files.ts';
import type { loadTests as LoadTestsHere, runTest as RunTestHere } from './covering-tests.ts';
import { EQUIVALENT_BRANCHES } from './equivalent-branches.ts';
import { findBranches, type Branch } from './find-branches.ts';
import type { seedExamples as SeedExamplesHere } from './seeded-examples.ts';

type LoadTests = typeof LoadTestsHere;
type RunTest = typeof RunTestHere;
type SeedExamples = typeof SeedExamplesHere;

/**
 * A process of its own, because every compiler in it is switched: makes branches wrong one at a time, and runs the tests
 * that come to them until one fails, file by file, so that some are looked at without loading all. Arguments: seed; how
 * many, all of one area and none that change nothing (all of all without); part of a name. Says what it finds as lines of
 * JSON.
 */

const seed = Number(process.argv[2] ?? 1);
/** Far from that of the next seed: days that follow each other look at other areas. */
const turn = createHash('sha256').update(String(seed)).digest().readUInt32BE(0);
const most = Number(process.argv[3] ?? Infinity);
const only = process.argv[4] ?? '';
/** What runs longer than this, and than ten times as long as it does by itself, never ends. */
const SLOWEST_MS = 60_000;
const DRAWS = 5;

let wrong = '';
let hits = new Set<string>();
Object.defineProperty(globalThis, '__branch', {
  value: (id: string): boolean => {
    hits.add(id);
    return id === wrong;
  },
});

const instead = (name: string): string => pathToFileURL(join(import.meta.dirname, name)).href;
const STAND_INS: ReadonlyMap<string, string> = new Map([
  ['vitest', instead('covering-tests.ts')],
  ['fast-check', instead('seeded-examples.ts')],
]);
registerHooks({
  resolve(specifier, context, nextResolve) {
    const url = STAND_INS.get(specifier);
    return url === undefined || context.parentURL === url
      ? nextResolve(specifier, context)
      : { url, shortCircuit: true };
  },
  load(url, context, nextLoad) {
    const path = url.startsWith('file:') ? relative(ROOT, fileURLToPath(url)) : '';
    if (!COMPILERS.some((compiler) => compiler === path)) return nextLoad(url, context);
    return {
      format: 'module-typescript',
      source: findBranches(path, readFileSync(join(ROOT, path), 'utf8')).switched,
      shortCircuit: true,
    };
  },
});

const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

interface Covering {
  readonly name: string;
  /** With the examples of a draw. */
  readonly run: (draw: number) => Promise<void>;
  /** The first one under which it holds. */
  readonly draw: number;
  readonly hits: ReadonlySet<string>;
  readonly took: number;
}

async function fails(work: Promise<void>, took = 0): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>(
    (_resolve, reject) => (timer = setTimeout(() => reject(new Error('too slow')), Math.max(SLOWEST_MS, 10 * took))),
  );
  try {
    await Promise.race([work, late]);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : 'failed';
  } finally {
    clearTimeout(timer);
  }
}

function draw<Item>(items: readonly Item[], count: number): readonly Item[] {
  if (count >= items.length) return items;
  const start = turn % items.length;
  const step = Math.floor(items.length / count);
  return Array.from({ length: count }, (_, at) => items[(start + at * step) % items.length]).filter(
    (item) => item !== undefined,
  );
}

const { loadTests, runTest } = (await import(instead('covering-tests.ts'))) as {
  loadTests: LoadTests;
  runTest: RunTest;
};
const { seedExamples } = (await import(instead('seeded-examples.ts'))) as { seedExamples: SeedExamples };

/** What a test comes to when nothing is wrong. Of examples some draws prove too little: another is drawn then. */
async function measure(name: string, run: () => Promise<void>): Promise<readonly Covering[]> {
  let problem: string | null = null;
  const drawn = async (draw: number): Promise<void> => {
    seedExamples(draw);
    await run();
  };
  for (let draw = seed; draw < seed + DRAWS; draw += 1) {
    hits = new Set();
    const begun = performance.now();
    problem = await fails(drawn(draw));
    if (problem === null) return [{ name, run: drawn, draw, hits, took: performance.now() - begun }];
  }
  say({ problem: `${name} fails by itself: ${(problem ?? '').slice(0, 300)}` });
  return [];
}

/**
 * Says which of the tests is the first to fail when a branch is wrong; those that none notices are left. With `more` other
 * examples are drawn, of which those do not count under which a test fails by itself.
 */
async function tryOn(branches: readonly Branch[], coverings: readonly Covering[], more = 0): Promise<Branch[]> {
  const left: Branch[] = [];
  for (const branch of branches) {
    let by: string | null = null;
    for (const { name, run, draw, took } of coverings.filter(({ hits: own }) => own.has(branch.id))) {
      wrong = branch.id;
      const problem = await fails(run(draw + more), took);
      wrong = '';
      if (problem === null || (more > 0 && (await fails(run(draw + more), took)) !== null)) continue;
      by = name;
      break;
    }
    if (by === null) left.push(branch);
    else say({ mutant: branch.name, by });
  }
  return left;
}

const dataDir = mkdtempSync(join(tmpdir(), 'highwater-branches-'));
const postgres = await startPostgres({ dataDir, fast: true });
try {
  const ofArea = AREAS.map((area) => ({
    area,
    branches: area.compilers.flatMap((path) => findBranches(path, readFileSync(join(ROOT, path), 'utf8')).branches),
  }));
  const areaOfBranch = ofArea.flatMap((each) => each.branches.map(() => each));
  const isAll = most === Infinity;
  const today = isAll ? ofArea : ofArea.filter((each) => each === areaOfBranch[turn % areaOfBranch.length]);
  const chosen = draw(
    today
      .flatMap(({ branches }) => branches)
      .filter(({ name }) => name.includes(only) && (isAll || !(name in EQUIVALENT_BRANCHES))),
    most,
  );
  say({ enumerated: areaOfBranch.length, chosen: chosen.length });
  let left = [...chosen];
  const all: Covering[] = [];
  const files: { close(): Promise<void> }[] = [];
  for (const file of listCoveringTests(today.map(({ area }) => area))) {
    if (left.length === 0) break;
    const loaded = await loadTests(file, { superuser: postgres.superuser });
    files.push(loaded);
    const coverings: Covering[] = [];
    for (const test of loaded.tests) coverings.push(...(await measure(test.name, () => runTest(test))));
    coverings.sort((x, y) => x.took - y.took);
    left = await tryOn(left, coverings);
    all.push(...coverings);
  }
  const equivalent = left.filter(({ name }) => name in EQUIVALENT_BRANCHES);
  left = left.filter(({ name }) => !(name in EQUIVALENT_BRANCHES));
  for (let more = 1; more < DRAWS; more += 1) left = await tryOn(left, all, more);
  for (const { name } of [...equivalent, ...left]) say({ mutant: name, by: null });
  for (const file of files) await file.close();
} finally {
  await postgres.discard();
  rmSync(dataDir, { recursive: true, force: true });
}
process.exit(0);

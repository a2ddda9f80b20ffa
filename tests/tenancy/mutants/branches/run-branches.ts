import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { startPostgres } from '../../../../infra/postgres/index.ts';
import { ROOT } from '../../../../infra/processes/run-command.ts';
import { AREAS, COMPILERS, listCoveringTests } from './branch-files.ts';
import type { loadTests as LoadTestsHere, runTest as RunTestHere } from './covering-tests.ts';
import { findBranches } from './find-branches.ts';
import type { seedExamples as SeedExamplesHere } from './seeded-examples.ts';

type LoadTests = typeof LoadTestsHere;
type RunTest = typeof RunTestHere;
type SeedExamples = typeof SeedExamplesHere;

/**
 * A process of its own, because every compiler in it is switched: makes branches wrong one at a time, and runs the tests
 * that come to them until one fails. Arguments: seed; how many, all of one area (all of all without); part of a name. Says
 * what it finds as lines of JSON.
 */

const seed = Number(process.argv[2] ?? 1);
const most = Number(process.argv[3] ?? Infinity);
const only = process.argv[4] ?? '';
const SLOWEST_MS = 30_000;
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
  readonly run: () => Promise<void>;
  readonly hits: ReadonlySet<string>;
  readonly took: number;
}

async function fails(run: () => Promise<void>): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>(
    (_resolve, reject) => (timer = setTimeout(() => reject(new Error('too slow')), SLOWEST_MS)),
  );
  try {
    await Promise.race([run(), late]);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : 'failed';
  } finally {
    clearTimeout(timer);
  }
}

function draw<Item>(items: readonly Item[], count: number): readonly Item[] {
  if (count >= items.length) return items;
  const start = seed % items.length;
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
  for (let draw = seed; draw < seed + DRAWS; draw += 1) {
    const drawn = async (): Promise<void> => {
      seedExamples(draw);
      await run();
    };
    hits = new Set();
    const begun = performance.now();
    problem = await fails(drawn);
    if (problem === null) return [{ name, run: drawn, hits, took: performance.now() - begun }];
  }
  say({ problem: `${name} fails by itself: ${(problem ?? '').slice(0, 300)}` });
  return [];
}

const dataDir = mkdtempSync(join(tmpdir(), 'highwater-branches-'));
const postgres = await startPostgres({ dataDir, fast: true });
try {
  const ofArea = AREAS.map((area) => ({
    area,
    branches: area.compilers.flatMap((path) => findBranches(path, readFileSync(join(ROOT, path), 'utf8')).branches),
  }));
  const areaOfBranch = ofArea.flatMap((each) => each.branches.map(() => each));
  const today = most === Infinity ? ofArea : ofArea.filter((each) => each === areaOfBranch[seed % areaOfBranch.length]);
  const coverings: Covering[] = [];
  const files: { close(): Promise<void> }[] = [];
  for (const file of listCoveringTests(today.map(({ area }) => area))) {
    const loaded = await loadTests(file, { superuser: postgres.superuser });
    files.push(loaded);
    for (const test of loaded.tests) coverings.push(...(await measure(test.name, () => runTest(test))));
  }
  coverings.sort((x, y) => x.took - y.took);
  const chosen = draw(
    today.flatMap(({ branches }) => branches).filter(({ name }) => name.includes(only)),
    most,
  );
  say({ enumerated: areaOfBranch.length, chosen: chosen.length, tests: coverings.length });
  for (const { id, name } of chosen) {
    wrong = id;
    let by: string | null = null;
    for (const covering of coverings.filter((each) => each.hits.has(id))) {
      if ((await fails(covering.run)) === null) continue;
      by = covering.name;
      break;
    }
    wrong = '';
    say({ mutant: name, by });
  }
  for (const file of files) await file.close();
} finally {
  await postgres.discard();
  rmSync(dataDir, { recursive: true, force: true });
}
process.exit(0);

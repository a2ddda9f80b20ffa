import { format } from 'node:util';

/** Stands in for vitest where its tests are called one by one: collects them, with what they need before and after. */

export { createExpect, expect, vi } from 'vitest';

type Work = () => unknown;
type Each = (...args: readonly unknown[]) => unknown;

interface CoveringTest {
  readonly name: string;
  readonly run: Work;
  readonly beforeEach: readonly Work[];
}

const collected = {
  tests: [] as CoveringTest[],
  before: [] as Work[],
  after: [] as Work[],
  each: [] as Work[],
  finished: [] as Work[],
  path: [] as string[],
  provided: {} as Readonly<Record<string, unknown>>,
};

function add(title: string, run: Work): void {
  collected.tests.push({ name: [...collected.path, title].join(' › '), run, beforeEach: collected.each });
}

function define(title: string, ...rest: readonly unknown[]): void {
  const run = rest.find((each): each is Work => typeof each === 'function');
  if (run !== undefined) add(title, run);
}

/** One test for each of the cases; lists are arguments. */
function each(cases: readonly unknown[]) {
  return (title: string, run: Each): void => {
    for (const one of cases) {
      const args: readonly unknown[] = Array.isArray(one) ? one : [one];
      add(format(title, ...args).slice(0, 100), () => run(...args));
    }
  };
}

export const test = Object.assign(define, { each });
export const it = test;

function group(title: string, run: Work): void {
  collected.path.push(title);
  run();
  collected.path.pop();
}

export const describe = Object.assign(group, {
  each: (cases: readonly unknown[]) => (title: string, run: Each) => {
    for (const one of cases) {
      const args: readonly unknown[] = Array.isArray(one) ? one : [one];
      group(format(title, ...args), () => run(...args));
    }
  },
});

export const beforeAll = (work: Work): void => void collected.before.push(work);
export const afterAll = (work: Work): void => void collected.after.push(work);
export const beforeEach = (work: Work): void => void collected.each.push(work);
export const onTestFinished = (work: Work): void => void collected.finished.push(work);
export const inject = (name: string): unknown => collected.provided[name];

export interface TestFile {
  readonly tests: readonly CoveringTest[];
  close(): Promise<void>;
}

/** Loads the tests of a file and makes what they need. */
export async function loadTests(file: string, provided: Readonly<Record<string, unknown>>): Promise<TestFile> {
  Object.assign(collected, {
    tests: [],
    before: [],
    after: [],
    each: [],
    path: [file.split('/').at(-1) ?? file],
    provided,
  });
  await import(file);
  const { tests, before, after } = collected;
  for (const work of before) await work();
  return {
    tests,
    async close() {
      for (const work of after) await work();
    },
  };
}

/** Runs one; throws what it throws. */
export async function runTest({ run, beforeEach: first }: CoveringTest): Promise<void> {
  collected.finished = [];
  try {
    for (const work of first) await work();
    await run();
  } finally {
    for (const work of collected.finished) await work();
  }
}

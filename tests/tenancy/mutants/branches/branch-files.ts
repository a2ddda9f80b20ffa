import { globSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../../infra/processes/run-command.ts';

/** Files that compile rights, beside the tests that look at them. */
interface Area {
  readonly compilers: readonly string[];
  /** Globs, from the root. */
  readonly tests: readonly string[];
}

const within = (folder: string, names: readonly string[]): readonly string[] =>
  names.map((name) => `${folder}/${name}.ts`);

/** What compiles rights into rules, SQL, tokens and filters. Their branches are made wrong, one at a time. */
export const AREAS: readonly Area[] = [
  {
    compilers: within('packages/permissions/src', [
      'access-condition',
      'build-ability',
      'condition-allows',
      'condition-covers',
      'gather-clauses',
      'intersect-conditions',
      'is-allowed',
      'message-allowed',
      'role-rights',
      'split-clause',
    ]),
    tests: ['packages/permissions/src/*.test.ts'],
  },
  {
    compilers: within('packages/db/src/conditions', [
      'access-sql',
      'attended-sql',
      'employees-sql',
      'open-clauses',
      'own-sql',
      'split-clauses',
    ]),
    tests: ['packages/db/src/conditions/*.test.ts'],
  },
  {
    compilers: within('packages/db/src/grants', ['join-stays', 'list-grants-of']),
    tests: ['packages/db/src/grants/*.test.ts'],
  },
  {
    compilers: ['packages/db/src/search-index/split-access.ts'],
    tests: ['packages/db/src/search-index/*-access.test.ts'],
  },
  {
    compilers: within('packages/search/src', ['compile-token-condition', 'typesense/compile-filter']),
    tests: [
      'packages/search/src/compile-token-condition.test.ts',
      'packages/search/src/typesense/compile-filter.test.ts',
    ],
  },
];

export const COMPILERS = AREAS.flatMap(({ compilers }) => compilers);

/** Tests of which one at least must notice, those without a database first. */
export function listCoveringTests(areas: readonly Area[]): readonly string[] {
  const found = globSync(
    areas.flatMap(({ tests }) => tests),
    { cwd: ROOT },
  );
  const isSlow = (path: string): number => (path.endsWith('.db.test.ts') ? 1 : 0);
  return [...new Set(found)]
    .toSorted((one, other) => isSlow(one) - isSlow(other) || one.localeCompare(other))
    .map((path) => join(ROOT, path));
}

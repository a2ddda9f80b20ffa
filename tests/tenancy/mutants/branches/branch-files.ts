import { globSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../../infra/processes/run-command.ts';

/** What compiles rights into rules, SQL, tokens and filters. Their branches are made wrong, one at a time. */
export const COMPILERS = [
  'packages/permissions/src/access-condition.ts',
  'packages/permissions/src/build-ability.ts',
  'packages/permissions/src/condition-allows.ts',
  'packages/permissions/src/condition-covers.ts',
  'packages/permissions/src/gather-clauses.ts',
  'packages/permissions/src/intersect-conditions.ts',
  'packages/permissions/src/is-allowed.ts',
  'packages/permissions/src/message-allowed.ts',
  'packages/permissions/src/role-rights.ts',
  'packages/permissions/src/split-clause.ts',
  'packages/db/src/conditions/access-sql.ts',
  'packages/db/src/conditions/attended-sql.ts',
  'packages/db/src/conditions/employees-sql.ts',
  'packages/db/src/conditions/open-clauses.ts',
  'packages/db/src/conditions/own-sql.ts',
  'packages/db/src/conditions/split-clauses.ts',
  'packages/db/src/grants/join-stays.ts',
  'packages/db/src/grants/list-grants-of.ts',
  'packages/db/src/search-index/split-access.ts',
  'packages/search/src/compile-token-condition.ts',
  'packages/search/src/typesense/compile-filter.ts',
] as const;

/** Tests of which one at least must notice. */
export function listCoveringTests(): readonly string[] {
  const found = globSync(
    [
      'packages/permissions/src/*.test.ts',
      'packages/db/src/conditions/*.test.ts',
      'packages/db/src/grants/*.test.ts',
      'packages/db/src/search-index/*.test.ts',
      'packages/search/src/compile-token-condition.test.ts',
      'packages/search/src/typesense/compile-filter.test.ts',
      'tests/contracts/search/*.test.ts',
    ],
    { cwd: ROOT },
  );
  return found.map((path) => join(ROOT, path)).toSorted();
}

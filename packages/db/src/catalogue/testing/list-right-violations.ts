import type { SqlRunner } from '@highwater/domain';
import { APP_RIGHTS } from './app-rights.ts';
import { listPrivileges, listSchemas, type Privilege } from './list-privileges.ts';
import { PLATFORM_COLUMNS } from './platform-columns.ts';

const SCHEMAS: Readonly<Record<string, readonly string[]>> = {
  hw_app: ['hw', 'pgboss'],
  hw_platform: ['hw', 'migrations', 'pgboss'],
  hw_search: ['hw'],
  hw_identity: ['identity'],
};
/** Schemas that the queue and the identity library bring; each is its roles' own affair, power over the table aside. */
const THEIRS: Readonly<Record<string, RegExp>> = {
  hw_app: /^pgboss\..* (SELECT|INSERT|UPDATE|DELETE)( |$)/,
  hw_platform: /^pgboss\..* (SELECT|INSERT|UPDATE|DELETE)( |$)/,
  hw_identity: /^identity\..* (SELECT|INSERT|UPDATE|DELETE)( |$)/,
};
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  hw_app: Object.entries(APP_RIGHTS).flatMap(([table, rights]) => rights.map((right) => `${table} ${right}`)),
  hw_platform: Object.entries(PLATFORM_COLUMNS).map(([table, columns]) =>
    columns === 'all' ? `${table} SELECT` : `${table} SELECT (${columns.toSorted().join(', ')})`,
  ),
  hw_search: ['hw.search_audiences SELECT', 'hw.search_tokens SELECT'],
  hw_identity: [],
};

/** Where a runtime role may do more or less than was decided. One sentence each; run it as superuser. */
export async function listRightViolations(
  runner: SqlRunner,
  roles: readonly string[] = Object.keys(SCHEMAS),
): Promise<readonly string[]> {
  const violations: string[] = [];
  for (const role of roles) {
    const allowed = ALLOWED[role] ?? [];
    const has = (await listPrivileges(runner, role)).map(writeRight).filter((right) => !THEIRS[role]?.test(right));
    violations.push(
      ...has.filter((right) => !allowed.includes(right)).map((right) => `${role} has ${right}, which nobody decided`),
      ...allowed.filter((right) => !has.includes(right)).map((right) => `${role} lacks ${right}`),
    );
    const schemas = await listSchemas(runner, role);
    if (schemas.join() !== SCHEMAS[role]?.join()) violations.push(`${role} looks into ${schemas.join(', ')}`);
  }
  return violations;
}

function writeRight({ relation, privilege, columns }: Privilege): string {
  return columns === null ? `${relation} ${privilege}` : `${relation} ${privilege} (${columns.join(', ')})`;
}

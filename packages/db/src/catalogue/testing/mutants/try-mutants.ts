import type pg from 'pg';
import { MIGRATOR_ROLE, RUNTIME_ROLES } from '../../../pools/database-settings.ts';
import { listRightViolations } from '../list-right-violations.ts';
import { listRoleViolations } from '../list-role-violations.ts';
import { listRowViolations, type Neighbours } from '../list-row-violations.ts';
import { listTableViolations } from '../list-table-violations.ts';
import { runnerOf } from '../open-superuser.ts';
import { TABLE_EXCEPTIONS } from '../table-exceptions.ts';
import type { CoveringTest, Mutant } from './mutant.ts';

/** What a covering test has to say about a database; with a mutant, about what the mutant touches. */
export type Check = (
  client: pg.PoolClient,
  neighbours: Neighbours,
  mutant: Pick<Mutant, 'table' | 'role'>,
) => Promise<readonly string[]>;
export type Checks = Readonly<Record<CoveringTest, Check>>;

export const CHECKS: Checks = {
  roles: (client) => listRoleViolations(runnerOf(client), { runtime: RUNTIME_ROLES, migrator: MIGRATOR_ROLE }),
  tables: (client) => listTableViolations(runnerOf(client), TABLE_EXCEPTIONS),
  rights: (client, _neighbours, { role }) => listRightViolations(runnerOf(client), role === null ? undefined : [role]),
  rows: async (client, neighbours, { table }) =>
    table === null ? ['a mutant of rows names its table'] : listRowViolations(client, table, neighbours),
};

export interface MutantFigures {
  readonly tried: number;
  readonly caught: number;
  /** By name, with the covering test that did not notice. */
  readonly survivors: readonly string[];
}

/** Makes each thing wrong in a transaction that is taken back, and asks the covering tests whether they notice. */
export async function tryMutants(
  superuser: pg.Pool,
  mutants: readonly Mutant[],
  neighbours: Neighbours,
  checks: Checks = CHECKS,
): Promise<MutantFigures> {
  const survivors: string[] = [];
  const client = await superuser.connect();
  try {
    for (const mutant of mutants) {
      await client.query('BEGIN');
      try {
        await client.query(mutant.sql);
        for (const name of mutant.coveredBy) {
          if ((await checks[name](client, neighbours, mutant)).length > 0) continue;
          survivors.push(`${mutant.name} (not noticed by ${name})`);
          break;
        }
      } finally {
        await client.query('ROLLBACK');
      }
    }
  } finally {
    client.release();
  }
  return { tried: mutants.length, caught: mutants.length - survivors.length, survivors };
}

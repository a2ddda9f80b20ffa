import type { LoginSettings } from '../../../pools/database-settings.ts';
import { addTenant, createTestDatabase } from '@highwater/testkit';
import { STRANGER } from '../company-cases.ts';
import { openSuperuser, runnerOf } from '../open-superuser.ts';
import { seedTenant } from '../seed-tenant.ts';
import { listMutants } from './list-mutants.ts';
import { tryMutants, type MutantFigures } from './try-mutants.ts';

export interface MutantReport extends MutantFigures {
  /** As many as the catalogue of the database counts. */
  readonly enumerated: number;
  readonly byKind: Readonly<Record<string, number>>;
  /** Kinds of which the enumeration and the catalogue do not count the same. */
  readonly problems: readonly string[];
}

/** Every mutant of a freshly migrated database on this server, each tried. */
export async function runMutants(superuser: LoginSettings): Promise<MutantReport> {
  const own = await createTestDatabase(superuser);
  const pool = openSuperuser(superuser, own);
  try {
    const { tenantId } = await seedTenant(own.database);
    const neighbours = { tenantId, stranger: await addTenant(own.database, { name: STRANGER }) };
    const { mutants, counted, problems } = await listMutants(runnerOf(pool));
    const figures = await tryMutants(pool, mutants, neighbours);
    const kinds = [...Map.groupBy(mutants, ({ kind }) => kind)].map(([kind, list]) => [kind, list.length] as const);
    return { enumerated: counted, byKind: Object.fromEntries(kinds), ...figures, problems };
  } finally {
    await pool.end();
    await own.drop();
  }
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../../infra/postgres/index.ts';
import { runMutants, type MutantReport } from '../../../packages/db/src/catalogue/testing/mutants/run-mutants.ts';

/** Every mutant of the policies, roles and rights, on a server of its own: roles belong to the whole server. */
export async function tryDatabaseMutants(report: (line: string) => void): Promise<MutantReport> {
  const dataDir = mkdtempSync(join(tmpdir(), 'highwater-mutants-'));
  const postgres = await startPostgres({ dataDir, fast: true });
  try {
    const figures = await runMutants(postgres.superuser);
    const { enumerated, tried, caught, survivors } = figures;
    report(`${enumerated} mutants enumerated, ${tried} tried, ${caught} caught, ${survivors.length} survived`);
    return figures;
  } finally {
    await postgres.discard();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

import type { PlatformTx } from '../transactions/as-platform.ts';
import { listMigrations } from './migrate.ts';

/** Name of the first migration that this code knows and the database has not seen. */
export async function findMissingMigration(tx: PlatformTx): Promise<string | undefined> {
  const { rows } = await tx.query<{ name: string }>('SELECT name FROM migrations.applied');
  const applied = new Set(rows.map(({ name }) => name));
  return (await listMigrations()).find((name) => !applied.has(name));
}

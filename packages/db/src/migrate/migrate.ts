import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type pg from 'pg';
import { withClient } from '../bootstrap/bootstrap-cluster.ts';
import type { LoginSettings } from '../pools/database-settings.ts';

const FOLDER = new URL('../../migrations/', import.meta.url);
/** Any constant of our own: two migrators of one database wait for each other. */
const ADVISORY_LOCK = 7_243_001;

/**
 * Runs the migrations that the database has not seen, in order, each in its own transaction; returns their names.
 * A file that was changed after it ran is an error: migrations go forward only.
 */
export async function migrate(migrator: LoginSettings): Promise<readonly string[]> {
  return withClient(migrator, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCK]);
    await client.query('CREATE SCHEMA IF NOT EXISTS migrations');
    await client.query(
      'CREATE TABLE IF NOT EXISTS migrations.applied (name text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT clock_timestamp())',
    );
    const applied = await client.query<{ name: string; sha256: string }>('SELECT name, sha256 FROM migrations.applied');
    const known = new Map(applied.rows.map((row) => [row.name, row.sha256]));
    const ran: string[] = [];
    for (const name of await listMigrations()) {
      const sql = await readFile(new URL(name, FOLDER), 'utf8');
      const sha256 = createHash('sha256').update(sql).digest('hex');
      const before = known.get(name);
      if (before !== undefined && before !== sha256) {
        throw new Error(`Migration ${name} was changed after it ran. Restore the file and write a new migration.`);
      }
      if (before === undefined) {
        await apply(client, name, sql, sha256);
        ran.push(name);
      }
    }
    return ran;
  });
}

/** Changes with any migration; names what a migrated database looks like. */
export async function hashMigrations(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of await listMigrations()) hash.update(name).update(await readFile(new URL(name, FOLDER)));
  return hash.digest('hex').slice(0, 12);
}

/** Names of all migrations, in their order. */
export async function listMigrations(): Promise<readonly string[]> {
  const names = await readdir(FOLDER);
  return names.filter((name) => name.endsWith('.sql')).toSorted();
}

async function apply(client: pg.Client, name: string, sql: string, sha256: string): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query('INSERT INTO migrations.applied (name, sha256) VALUES ($1, $2)', [name, sha256]);
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK');
    throw new Error(`Migration ${name} failed; the database is as it was before.`, { cause });
  }
}

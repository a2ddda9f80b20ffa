import pg from 'pg';
import type { SuperuserConfig } from './probe-server.ts';

/** Removes a database that nobody has used yet: its demonstration was only half made. */
export async function dropDatabase(superuser: SuperuserConfig, name: string): Promise<void> {
  await runAsSuperuser(superuser, `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`, []);
}

async function runAsSuperuser(superuser: SuperuserConfig, sql: string, values: readonly unknown[]): Promise<void> {
  const client = new pg.Client({ ...superuser });
  await client.connect();
  try {
    await client.query(sql, [...values]);
  } finally {
    await client.end();
  }
}

import pg from 'pg';
import type { SuperuserConfig } from './probe-server.ts';

/** Removes a database that nobody has used yet: its demonstration was only half made. */
export async function dropDatabase(superuser: SuperuserConfig, name: string): Promise<void> {
  await runAsSuperuser(superuser, `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`, []);
}

/** Marks a person who signed up as operator. No address of the product can do that, and no runtime role. */
export async function makeOperator(superuser: SuperuserConfig, database: string, email: string): Promise<void> {
  const sql = `INSERT INTO hw.operators (user_id, added_at)
               SELECT id, $2 FROM identity."user" WHERE email = $1 ON CONFLICT DO NOTHING`;
  await runAsSuperuser({ ...superuser, database }, sql, [email, new Date()]);
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

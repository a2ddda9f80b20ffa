import pg from 'pg';
import { MIGRATOR_ROLE, RUNTIME_ROLES, type LoginSettings, type RolePasswords } from '../pools/database-settings.ts';
import { sslOf } from '../pools/ssl-of.ts';

/**
 * Makes Highwater's roles and an empty database that the migrator owns; safe to repeat, passwords are set anew.
 * `superuser.database` is any database to log in to; `name` is the one to make.
 */
export async function bootstrapCluster(
  superuser: LoginSettings,
  passwords: RolePasswords,
  name = 'highwater',
): Promise<void> {
  await withClient(superuser, async (client) => {
    for (const role of [MIGRATOR_ROLE, ...RUNTIME_ROLES] as const) {
      const exists = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
      const verb = exists.rowCount === 0 ? 'CREATE' : 'ALTER';
      await client.query(
        `${verb} ROLE ${role} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD ${pg.escapeLiteral(passwords[role])}`,
      );
    }
    await createDatabaseIfMissing(client, name);
  });
  await withClient({ ...superuser, database: name }, async (client) => {
    await client.query('CREATE EXTENSION IF NOT EXISTS btree_gin');
    await client.query('REVOKE ALL ON SCHEMA public FROM PUBLIC');
  });
}

async function createDatabaseIfMissing(client: pg.Client, name: string): Promise<void> {
  const exists = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (exists.rowCount === 0) {
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)} OWNER ${MIGRATOR_ROLE}`);
  }
  await client.query(`REVOKE ALL ON DATABASE ${pg.escapeIdentifier(name)} FROM PUBLIC`);
  await client.query(`GRANT CONNECT ON DATABASE ${pg.escapeIdentifier(name)} TO ${RUNTIME_ROLES.join(', ')}`);
}

export async function withClient<Result>(
  login: LoginSettings,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ ...login, ssl: sslOf(login) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

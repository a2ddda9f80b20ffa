import { randomUUID } from 'node:crypto';
import {
  bootstrapCluster,
  closeDatabase,
  createDatabase,
  hashMigrations,
  migrate,
  type Database,
  type LoginSettings,
  type RolePasswords,
} from '@highwater/db';
import { installQueues } from '@highwater/jobs/boss';
import pg from 'pg';

/** Any constant of our own: suites that start together make one template. */
const ADVISORY_LOCK = 7_243_002;
const PASSWORDS: RolePasswords = {
  hw_migrator: 'test-migrator',
  hw_app: 'test-app',
  hw_platform: 'test-platform',
  hw_search: 'test-search',
  hw_identity: 'test-identity',
};

export interface TestDatabase {
  readonly database: Database;
  readonly name: string;
  login(role: keyof RolePasswords): LoginSettings;
  drop(): Promise<void>;
}

/** A database of its own for one suite: a copy of the migrated template, with the real roles and row-level security. */
export async function createTestDatabase(superuser: LoginSettings): Promise<TestDatabase> {
  const template = await ensureTemplate(superuser);
  const name = `hw_test_${randomUUID().replaceAll('-', '')}`;
  await asSuperuser(superuser, async (client) => {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER hw_migrator`);
    // Rights on the database itself are not copied from the template.
    await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${name} TO hw_app, hw_platform, hw_search, hw_identity`);
  });
  const server = { host: superuser.host, port: superuser.port, database: name };
  const database = createDatabase(server, {
    app: PASSWORDS.hw_app,
    platform: PASSWORDS.hw_platform,
    search: PASSWORDS.hw_search,
  });
  return {
    database,
    name,
    login: (role) => ({ ...server, user: role, password: PASSWORDS[role] }),
    async drop() {
      await closeDatabase(database);
      await asSuperuser(superuser, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}

/** One template per state of the migrations. */
async function ensureTemplate(superuser: LoginSettings): Promise<string> {
  const template = `highwater_template_${await hashMigrations()}`;
  await asSuperuser(superuser, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCK]);
    const ready = await client.query('SELECT 1 FROM pg_database WHERE datname = $1 AND datistemplate', [template]);
    if (ready.rowCount !== 0) return;
    await client.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
    await bootstrapCluster(superuser, PASSWORDS, template);
    const migrator = { ...superuser, database: template, user: 'hw_migrator', password: PASSWORDS.hw_migrator };
    await migrate(migrator);
    await installQueues(migrator);
    await client.query(`ALTER DATABASE ${template} IS_TEMPLATE true`);
  });
  return template;
}

async function asSuperuser<Result>(
  superuser: LoginSettings,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ ...superuser });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

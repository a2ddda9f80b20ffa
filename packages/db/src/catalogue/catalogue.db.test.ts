import { createTestDatabase, newId, type TestDatabase } from '@highwater/testkit';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { MIGRATOR_ROLE, RUNTIME_ROLES } from '../pools/database-settings.ts';
import { listPrivileges, listSchemas } from './testing/list-privileges.ts';
import { listRoleViolations } from './testing/list-role-violations.ts';
import { listTableViolations } from './testing/list-table-violations.ts';
import { inRolledBack, openSuperuser, runnerOf } from './testing/open-superuser.ts';
import { PLATFORM_COLUMNS } from './testing/platform-columns.ts';

const EXCEPTIONS = { withoutTenant: ['operators'], keyedOtherwise: ['corp_claims', 'sign_on_domains'] };
const ROLES = { runtime: RUNTIME_ROLES, migrator: MIGRATOR_ROLE };
/** Runtime roles add to these and never change or take away. */
const APPEND_ONLY = [
  'hw.ledger_days',
  'hw.ledger_checkpoints',
  'hw.silences',
  'hw.audit',
  'hw.audit_chain',
  'hw.audit_checkpoints',
  'hw.audit_statements',
  'hw.pages',
  'hw.tenant_keys',
  'hw.corp_claims',
];
/**
 * What hw_app may delete: a try that led to nothing, the list of a build that begins again, and what a better parser
 * finds not to be so.
 */
const DELETABLE = [
  'hw.audit_pending',
  'hw.callback_replays',
  'hw.connection_attempts',
  'hw.connection_secrets',
  'hw.consents',
  'hw.contents',
  'hw.conversations',
  'hw.customer_splits',
  'hw.export_messages',
  'hw.index_feed',
  'hw.media_copies',
  'hw.participants',
  'hw.reasons',
  'hw.rooms',
  'hw.saved_searches',
  'hw.search_tokens',
  'hw.sign_on_domains',
  'hw.sign_on_logins',
];

let own: TestDatabase;
let superuser: pg.Pool;

beforeAll(async () => {
  own = await createTestDatabase(inject('superuser'));
  superuser = openSuperuser(inject('superuser'), own);
});
afterAll(async () => {
  await superuser.end();
  await own.drop();
});

describe('the roles', () => {
  test('have no power over the server, own nothing and create nothing', async () => {
    expect(await listRoleViolations(runnerOf(superuser), ROLES)).toEqual([]);
  });

  test.each([
    ['BYPASSRLS', (role: string) => `ALTER ROLE ${role} BYPASSRLS`],
    ['SUPERUSER', (role: string) => `ALTER ROLE ${role} SUPERUSER`],
    ['is a member of', (role: string) => `CREATE ROLE ${role}_other; GRANT ${role}_other TO ${role}`],
    ['owns table hw.planted', (role: string) => `CREATE TABLE hw.planted (); ALTER TABLE hw.planted OWNER TO ${role}`],
    ['may CREATE in schema hw', (role: string) => `GRANT CREATE ON SCHEMA hw TO ${role}`],
    ['may TEMPORARY in the database', (role: string) => `GRANT TEMPORARY ON DATABASE ${own.name} TO ${role}`],
  ])('are reported when one %s', async (found, plant) => {
    const role = `hw_planted_${newId<string>().slice(0, 8)}`;
    const violations = await inRolledBack(superuser, async (runner) => {
      await runner.query(`CREATE ROLE ${role}`);
      await runner.query(plant(role));
      return listRoleViolations(runner, { runtime: [...RUNTIME_ROLES, role], migrator: MIGRATOR_ROLE });
    });
    expect(violations).toContainEqual(expect.stringContaining(found));
  });
});

describe('the tables of schema hw', () => {
  test('keep tenants apart', async () => {
    expect(await listTableViolations(runnerOf(superuser), EXCEPTIONS)).toEqual([]);
  });

  test.each([
    ['planted has no tenant_id', 'CREATE TABLE hw.planted (id uuid PRIMARY KEY)'],
    ['planted has no row-level security', 'CREATE TABLE hw.planted (tenant_id uuid PRIMARY KEY)'],
    [
      'planted does not force row-level security',
      'CREATE TABLE hw.planted (tenant_id uuid PRIMARY KEY); ALTER TABLE hw.planted ENABLE ROW LEVEL SECURITY',
    ],
    ['planted lets tenant_id be null', 'CREATE TABLE hw.planted (tenant_id uuid)'],
    ['planted has no primary key', 'CREATE TABLE hw.planted (tenant_id uuid NOT NULL)'],
    [
      'unique index hw.planted_pkey of planted does not begin with tenant_id',
      'CREATE TABLE hw.planted (id uuid, tenant_id uuid, PRIMARY KEY (id, tenant_id))',
    ],
    [
      'foreign key planted_corp_id_fkey of planted leaves the tenant',
      'CREATE TABLE hw.planted (tenant_id uuid, corp_id text REFERENCES hw.corp_claims, PRIMARY KEY (tenant_id, corp_id))',
    ],
    [
      'policy open of people does not compare tenant_id with the current tenant',
      'CREATE POLICY open ON hw.people TO hw_app USING (true)',
    ],
    ['policy open of people is for everybody', 'CREATE POLICY open ON hw.people USING (true)'],
    ['view planted reads with the rights of its owner', 'CREATE VIEW hw.planted AS SELECT FROM hw.people'],
    [
      'function hw.planted() runs with the rights of its owner',
      'CREATE FUNCTION hw.planted() RETURNS integer LANGUAGE sql SECURITY DEFINER RETURN 1',
    ],
  ])('are reported when %s', async (found, plant) => {
    const violations = await inRolledBack(superuser, async (runner) => {
      await runner.query(plant);
      return listTableViolations(runner, EXCEPTIONS);
    });
    expect(violations).toContain(found);
  });
});

describe('the rights of hw_app', () => {
  test('are to read, add and change rows of schema hw, and little to delete', async () => {
    const rights = (await listPrivileges(runnerOf(superuser), 'hw_app')).filter(({ relation }) =>
      relation.startsWith('hw.'),
    );
    expect(new Set(rights.map(({ privilege }) => privilege))).toEqual(
      new Set(['SELECT', 'INSERT', 'UPDATE', 'DELETE']),
    );
    expect(rights.filter(({ privilege }) => privilege === 'DELETE').map(({ relation }) => relation)).toEqual(DELETABLE);
  });

  test.each(APPEND_ONLY)('on %s are to add, never to change or take away', async (table) => {
    const rights = (await listPrivileges(runnerOf(superuser), 'hw_app')).filter(({ relation }) => relation === table);
    expect(rights.map(({ privilege }) => privilege)).toContain('INSERT');
    expect(rights.map(({ privilege }) => privilege)).not.toContain('UPDATE');
    expect(rights.map(({ privilege }) => privilege)).not.toContain('DELETE');
  });

  test('reach no people of the operator, no identity and no tokens of others', async () => {
    const rights = await listPrivileges(runnerOf(superuser), 'hw_app');
    expect(rights.filter(({ relation }) => relation === 'hw.operators')).toEqual([]);
    // It replaces the tokens of a message, and may never read them.
    expect(rights.filter(({ relation }) => relation === 'hw.search_tokens')).toEqual([
      { relation: 'hw.search_tokens', privilege: 'DELETE', columns: null },
      { relation: 'hw.search_tokens', privilege: 'INSERT', columns: null },
      { relation: 'hw.search_tokens', privilege: 'SELECT', columns: ['facts', 'message_id', 'sent_at', 'tenant_id'] },
      {
        relation: 'hw.search_tokens',
        privilege: 'UPDATE',
        columns: ['audience', 'facts', 'is_recalled', 'sent_at', 'tokens'],
      },
    ]);
    expect(await listSchemas(runnerOf(superuser), 'hw_app')).toEqual(['hw', 'pgboss']);
  });
});

describe('the rights of the other roles', () => {
  test('let hw_search read the search index and nothing else', async () => {
    expect(await listPrivileges(runnerOf(superuser), 'hw_search')).toEqual([
      { relation: 'hw.search_audiences', privilege: 'SELECT', columns: null },
      { relation: 'hw.search_tokens', privilege: 'SELECT', columns: null },
    ]);
    expect(await listSchemas(runnerOf(superuser), 'hw_search')).toEqual(['hw']);
  });

  test('let hw_platform read exactly the allowed columns', async () => {
    const rights = await listPrivileges(runnerOf(superuser), 'hw_platform');
    const ours = rights.filter(({ relation }) => !relation.startsWith('pgboss.'));
    expect(new Set(ours.map(({ privilege }) => privilege))).toEqual(new Set(['SELECT']));
    expect(Object.fromEntries(ours.map(({ relation, columns }) => [relation, columns ?? 'all']))).toEqual(
      PLATFORM_COLUMNS,
    );
    expect(await listSchemas(runnerOf(superuser), 'hw_platform')).toEqual(['hw', 'migrations', 'pgboss']);
  });

  test('let hw_identity see schema identity only', async () => {
    const rights = await listPrivileges(runnerOf(superuser), 'hw_identity');
    expect(rights.length).toBeGreaterThan(0);
    expect(rights.filter(({ relation }) => !relation.startsWith('identity.'))).toEqual([]);
    expect(await listSchemas(runnerOf(superuser), 'hw_identity')).toEqual(['identity']);
  });

  test.each(['hw_app', 'hw_platform', 'hw_search', 'hw_identity'])(
    'notice what %s would be given besides',
    async (role) => {
      const rights = await inRolledBack(superuser, async (runner) => {
        await runner.query(`GRANT SELECT (plaintext) ON hw.messages TO ${role === 'hw_app' ? 'PUBLIC' : role}`);
        return listPrivileges(runner, role);
      });
      expect(rights).toContainEqual({ relation: 'hw.messages', privilege: 'SELECT', columns: ['plaintext'] });
    },
  );
});

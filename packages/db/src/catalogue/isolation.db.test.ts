import type { TenantId } from '@highwater/domain';
import { addTenant, createTestDatabase, type TestDatabase } from '@highwater/testkit';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import * as db from '../index.ts';
import { actAs, listTenantTables, type Actor } from './testing/act-as.ts';
import { ARCHIVE_CASES } from './testing/archive-cases.ts';
import { API_KEY_CASES } from './testing/api-key-cases.ts';
import { AUDIT_CASES } from './testing/audit-cases.ts';
import { COMPANY_CASES, STRANGER } from './testing/company-cases.ts';
import { COPY_CASES } from './testing/copy-cases.ts';
import { COVERAGE_CASES } from './testing/coverage-cases.ts';
import { ENRICHMENT_CASES } from './testing/enrichment-cases.ts';
import { HAND_OVER_CASES } from './testing/hand-over-cases.ts';
import { refused, type Cases, type IsolationCase, type OtherExport } from './testing/isolation-case.ts';
import { INDEX_CASES } from './testing/index-cases.ts';
import { MEDIA_CASES } from './testing/media-cases.ts';
import { openSuperuser } from './testing/open-superuser.ts';
import { PERSON_CASES } from './testing/person-cases.ts';
import { READING_CASES } from './testing/reading-cases.ts';
import { REPAIR_CASES } from './testing/repair-cases.ts';
import { SEARCH_CASES } from './testing/search-cases.ts';
import { seedTenant, type SeededTenant } from './testing/seed-tenant.ts';
import { SIGN_ON_CASES } from './testing/sign-on-cases.ts';
import { SOURCE_CASES } from './testing/source-cases.ts';
import { SUPPORT_CASES } from './testing/support-cases.ts';

/** A new query of a tenant does not type-check until it has its row. */
const CASES: Cases = {
  ...API_KEY_CASES,
  ...ARCHIVE_CASES,
  ...AUDIT_CASES,
  ...COMPANY_CASES,
  ...COPY_CASES,
  ...HAND_OVER_CASES,
  ...INDEX_CASES,
  ...MEDIA_CASES,
  ...SOURCE_CASES,
  ...REPAIR_CASES,
  ...COVERAGE_CASES,
  ...ENRICHMENT_CASES,
  ...PERSON_CASES,
  ...READING_CASES,
  ...SEARCH_CASES,
  ...SIGN_ON_CASES,
  ...SUPPORT_CASES,
};
const NAMED: readonly (readonly [string, IsolationCase])[] = Object.entries(CASES);

/** Exports that take no tenant's transaction: pools, transactions, migrations, and what runs before or across tenants. */
const OTHERS: Readonly<Record<OtherExport, 'surroundings' | 'platform'>> = {
  SqlValues: 'surroundings',
  accessSql: 'surroundings',
  findApiKeyByPrefix: 'platform',
  asPlatform: 'surroundings',
  asSearch: 'surroundings',
  bootstrapCluster: 'surroundings',
  closeDatabase: 'surroundings',
  createDatabase: 'surroundings',
  createGrantMemory: 'surroundings',
  grantMemoryOf: 'surroundings',
  countAttempt: 'surroundings',
  createIdentityPool: 'surroundings',
  takeAttemptBack: 'surroundings',
  createPool: 'surroundings',
  createPostgresSearchIndex: 'surroundings',
  filtersOf: 'surroundings',
  hashMigrations: 'surroundings',
  inTenant: 'surroundings',
  inTenantWithin: 'surroundings',
  namedDepartments: 'surroundings',
  namedEmployees: 'surroundings',
  migrate: 'surroundings',
  headOf: 'surroundings',
  streamCheckpoints: 'surroundings',
  streamLedger: 'surroundings',
  verifyAudit: 'surroundings',
  findCallbackByPath: 'platform',
  findInvitationByToken: 'platform',
  findLinkByToken: 'platform',
  findMissingMigration: 'platform',
  listConnectionsToWatch: 'platform',
  listDueConnections: 'platform',
  listDueEnrichments: 'platform',
  listDueCopies: 'platform',
  laneOf: 'surroundings',
  listDueLanes: 'platform',
  listMediaLeftovers: 'platform',
  listTenantsPastCure: 'platform',
  listTenantsWithoutContents: 'platform',
  listUnfinishedContents: 'platform',
  listDueSchedules: 'platform',
  listDueIndexes: 'platform',
  listStalledIndexRuns: 'platform',
  listIndexesToFeed: 'platform',
  listOutsideIndexes: 'platform',
  countOutsideDocuments: 'platform',
  listExpiredAttempts: 'platform',
  listSecretsToCheck: 'platform',
  listExpiredExports: 'platform',
  listKeysToWipe: 'platform',
  listLostRepulls: 'platform',
  listMemberships: 'platform',
  listOperatorTenants: 'platform',
  findOperator: 'platform',
  findSupportPlace: 'platform',
  listOperatorSupport: 'platform',
  listDueSupport: 'platform',
  inviteOperator: 'surroundings',
  removeOperator: 'surroundings',
  findEnrolment: 'surroundings',
  findOperatorAccount: 'surroundings',
  takeEnrolment: 'surroundings',
  listOutdatedConnections: 'platform',
  listStaleCallbackTenants: 'platform',
  listStalledRepairs: 'platform',
  listUnfinishedExports: 'platform',
  listUnfinishedRuns: 'platform',
  listUnopenedPages: 'platform',
  listLedgersToCheck: 'platform',
  listLedgersToCheckpoint: 'platform',
  listUnsignedLedgers: 'platform',
  listAuditsToCheckpoint: 'platform',
  listAuditsToLink: 'platform',
  listAuditsToCheck: 'platform',
  listStatementsDue: 'platform',
  findSignOnByDomain: 'platform',
  findSignOnLogin: 'platform',
  findScimToken: 'platform',
  insertSignOnUser: 'surroundings',
  isSignOnAddress: 'surroundings',
  endSignOnSessions: 'surroundings',
  claimAccountMails: 'surroundings',
  confirmTotp: 'surroundings',
  dropMailedLinks: 'surroundings',
  enableFactor: 'surroundings',
  endSession: 'surroundings',
  endSessions: 'surroundings',
  findAccount: 'surroundings',
  findAccountByEmail: 'surroundings',
  findFactor: 'surroundings',
  findMailedLink: 'surroundings',
  findPasswordHash: 'surroundings',
  findWaitingSignIn: 'surroundings',
  forgetDevices: 'surroundings',
  listPasskeys: 'surroundings',
  listSessions: 'surroundings',
  markAccountMailed: 'surroundings',
  markSessionProven: 'surroundings',
  removeFactors: 'surroundings',
  removePasskey: 'surroundings',
  removeTotp: 'surroundings',
  renamePasskey: 'surroundings',
  saveAccountMail: 'surroundings',
  savePendingTotp: 'surroundings',
  saveRecoveryHashes: 'surroundings',
  sweepProofs: 'surroundings',
  takeMailedLink: 'surroundings',
  takeRecoveryHash: 'surroundings',
  takeTotpStep: 'surroundings',
  touchSession: 'surroundings',
};

function listUnsorted(exported: object): readonly string[] {
  return Object.entries(exported)
    .filter(([name, value]) => typeof value === 'function' && !(name in CASES) && !(name in OTHERS))
    .map(([name]) => name);
}

let own: TestDatabase;
let superuser: pg.Pool;
let seed: SeededTenant;
let stranger: TenantId;

beforeAll(async () => {
  own = await createTestDatabase(inject('superuser'));
  superuser = openSuperuser(inject('superuser'), own);
  seed = await seedTenant(own.database);
  stranger = await addTenant(own.database, { name: STRANGER });
});
afterAll(async () => {
  await superuser.end();
  await own.drop();
});

const act = (one: IsolationCase, actor: Actor) => actAs(superuser, actor, seed.tenantId, (tx) => one.run(tx, seed));

describe('every query', () => {
  test('of the package has a row in this table, or a reason', () => {
    expect(listUnsorted(db)).toEqual([]);
    expect(listUnsorted({ ...db, listNewThings: async () => [] })).toEqual(['listNewThings']);
  });

  test.each(NAMED)('%s does its work for the owner', async (_name, one) => {
    const { outcome, changed } = await act(one, { names: seed.tenantId, heldTo: seed.tenantId });
    expect(outcome).not.toEqual(expect.objectContaining({ refused: expect.anything() }));
    if (one.touchesNoRows) expect({ outcome, changed }).toEqual({ outcome: one.nothing, changed: [] });
    else if (changed.length === 0) expect(outcome).not.toEqual(one.nothing);
  });

  test.each(NAMED)('%s gives a stranger nothing and changes nothing', async (_name, one) => {
    const { outcome, changed } = await act(one, { names: stranger, heldTo: stranger });
    expect(outcome).toEqual(one.nothing);
    expect(changed).toEqual([]);
  });

  test.each(NAMED.filter(([, one]) => !one.needsRls))(
    '%s is stopped by row-level security when it names the wrong tenant',
    async (_name, one) => {
      const { outcome, changed } = await act(one, { names: seed.tenantId, heldTo: stranger });
      expect([one.nothing, undefined, false, refused('42501'), refused('thing.missing')]).toContainEqual(outcome);
      expect(changed).toEqual([]);
    },
  );

  test.each(NAMED.filter(([, one]) => !one.needsRls))(
    '%s names its tenant, row-level security apart',
    async (_name, one) => {
      const { outcome, changed } = await act(one, { names: stranger, heldTo: null });
      expect(outcome).toEqual(one.nothing);
      expect(changed).toEqual([]);
    },
  );
});

describe('the tables', () => {
  test('all hold something of the seeded tenant', async () => {
    for (const table of await listTenantTables(superuser)) {
      const { rowCount } = await superuser.query(`SELECT FROM hw.${table} WHERE tenant_id = $1 LIMIT 1`, [
        seed.tenantId,
      ]);
      expect.soft(rowCount, table).toBe(1);
    }
  });

  test('show hw_app no row outside a tenant, and no row of another inside one', async () => {
    // hw_app writes the search index and cannot read it.
    const written = ['search_tokens', 'search_audiences'];
    for (const table of (await listTenantTables(superuser)).filter((name) => !written.includes(name))) {
      const outside = await own.database.app.query(`SELECT FROM hw.${table}`);
      expect.soft(outside.rowCount, table).toBe(0);
      const inside = await db.inTenant(own.database, stranger, (tx) =>
        tx.query(`SELECT FROM hw.${table} WHERE tenant_id = $1`, [seed.tenantId]),
      );
      expect.soft(inside.rowCount, table).toBe(0);
      const theirs = await db.inTenant(own.database, seed.tenantId, (tx) => tx.query(`SELECT FROM hw.${table}`));
      expect.soft(theirs.rowCount, table).toBeGreaterThan(0);
    }
  });

  test('take no row for another tenant from hw_app', async () => {
    for (const table of await listTenantTables(superuser)) {
      const [row] = (
        await superuser.query<{ row: string }>(`SELECT to_json(t)::text AS row FROM hw.${table} t LIMIT 1`)
      ).rows;
      const insert = (held: TenantId) =>
        db.inTenant(own.database, held, async (tx) => {
          const { rowCount } = await tx.query(
            `INSERT INTO hw.${table} SELECT * FROM json_populate_record(NULL::hw.${table}, $1::json) ON CONFLICT DO NOTHING`,
            [row?.row],
          );
          return rowCount;
        });
      const held = JSON.parse(row?.row ?? '{}') as { tenant_id: TenantId };
      const other = held.tenant_id === stranger ? seed.tenantId : stranger;
      await expect.soft(insert(other), table).rejects.toMatchObject({ code: '42501' });
      await expect.soft(insert(held.tenant_id), table).resolves.toBe(0);
    }
  });

  test('hold no column that hw_app may move to another tenant', async () => {
    for (const table of await listTenantTables(superuser)) {
      const { rows } = await superuser.query<{ may: boolean }>(
        `SELECT has_column_privilege('hw_app', 'hw.${table}', 'tenant_id', 'UPDATE') AS may`,
      );
      if (rows[0]?.may !== true) continue;
      const move = db.inTenant(own.database, seed.tenantId, (tx) =>
        tx.query(`UPDATE hw.${table} SET tenant_id = $2 WHERE tenant_id = $1`, [seed.tenantId, stranger]),
      );
      await expect.soft(move, table).rejects.toMatchObject({ code: '42501' });
    }
  });
});

import { createPool } from '@highwater/db';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { ROUTES } from '../routes.ts';
import { makeArchive } from '../testing/archive.ts';
import { makeCompany, type Company } from '../testing/company.ts';
import { makeOperator, type OperatorBrowser } from '../testing/operator.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

/** All that the console's own verbs touch with the rights of the app: requests, and the company's log of them. */
const WRITTEN = ['support_requests', 'audit', 'audit_pending'];
const ASKED = { reason: '客户反馈消息没有到，需要查看', scopes: ['health'], hours: 2 };

let api: TestApi;
let company: Company;
let superuser: pg.Pool;
let operator: OperatorBrowser;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
  superuser = createPool({ ...inject('superuser'), database: api.database.name }, { max: 1 });
  company = await makeCompany(api);
  await makeArchive(api, company);
});
beforeEach(async () => {
  operator = await makeOperator(api);
});
afterAll(async () => {
  await superuser.end();
  await api.stop();
});

it('shows operators the health of every company and nothing of its content', async () => {
  const tenants = await operator.ask<{ items: object[] }>('GET', '/v1/operator/tenants');
  expect(tenants.body.items).toMatchObject([
    { tenantId: company.tenantId, members: 3, connections: 1, messages: 4, openFindings: 0 },
  ]);
  expect(Object.keys(tenants.body.items[0] ?? {})).not.toContain('employees');
  expect(await operator.faultOf('GET', '/v1/members')).toBe('session.missing');
  expect(await company.owner.faultOf('GET', '/v1/operator/tenants')).toBe('session.missing');
});

it('does all of its work without a right to anything but requests and the log of them', async () => {
  const asked = await operator.ask<{ requestId: string }>('POST', `/v1/operator/tenants/${company.tenantId}/support`, {
    body: ASKED,
  });
  const { rows } = await superuser.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'hw'::regnamespace AND relkind = 'r'`,
  );
  const others = rows.map(({ name }) => name).filter((name) => !WRITTEN.includes(name));
  expect(others).toEqual(expect.arrayContaining(['members', 'invitations', 'messages', 'export_schedules', 'roles']));
  const tables = others.map((name) => `hw.${name}`).join(', ');
  await superuser.query(`REVOKE ALL ON ${tables} FROM hw_app`);
  try {
    const filled = (path: string) =>
      path.replace('{tenantId}', company.tenantId).replace('{requestId}', asked.body.requestId);
    const verbs = ROUTES.filter(({ spec }) => spec.audience === 'operator');
    expect(verbs.length).toBeGreaterThan(4);
    for (const { spec } of verbs) {
      const ask = spec.method === 'get' ? {} : { body: spec.input.body === undefined ? {} : ASKED };
      const answer = await operator.ask(spec.method.toUpperCase(), `/v1${filled(spec.path)}`, ask);
      expect([spec.operation, answer.status]).toEqual([
        spec.operation,
        spec.status ?? (spec.method === 'get' ? 200 : 204),
      ]);
    }
    // What it would say otherwise.
    expect((await company.owner.ask('GET', '/v1/members')).status).toBe(500);
  } finally {
    await superuser.query(`GRANT SELECT, INSERT, UPDATE ON ${tables} TO hw_app`);
  }
});

it('reads no column of members, addresses, factors, providers, destinations or content across companies', async () => {
  const { rows } = await superuser.query<{ column: string }>(
    `SELECT c.table_name || '.' || c.column_name AS column FROM information_schema.columns c
     WHERE c.table_schema = 'hw' AND has_column_privilege('hw_platform', 'hw.' || c.table_name, c.column_name, 'SELECT')`,
  );
  const readable = rows.map(({ column }) => column);
  const forbidden =
    /email|recipient|secret_|_sealed|password|plaintext|\.text$|members\.name|people\.name|rooms\.name|reason$/;
  expect(readable.filter((column) => forbidden.test(column))).toEqual([]);
  expect(readable).toEqual(expect.arrayContaining(['support_requests.operator_name', 'tenants.name']));
  const writable = await superuser.query(
    `SELECT table_name FROM information_schema.role_table_grants
     WHERE grantee = 'hw_platform' AND table_schema = 'hw' AND privilege_type <> 'SELECT'`,
  );
  expect(writable.rows).toEqual([]);
});

it('names only routes of the console under its path, and no other route asks for an operator', () => {
  for (const { spec } of ROUTES) {
    expect([spec.path, spec.path.startsWith('/operator/')]).toEqual([spec.path, spec.audience === 'operator']);
  }
});

it('asks a company that exists, with a reason, for no more than four hours', async () => {
  const ask = (body: object, tenantId: string = company.tenantId) =>
    operator.faultOf('POST', `/v1/operator/tenants/${tenantId}/support`, { body });
  expect(await ask(ASKED, crypto.randomUUID())).toBe('thing.missing');
  for (const wrong of [{ reason: '太短' }, { hours: 5 }, { hours: 0 }, { scopes: [] }, { scopes: ['export'] }])
    expect(await ask({ ...ASKED, ...wrong })).toBe('request.malformed');
});

import { createHash } from 'node:crypto';
import type { PersonKey } from '@highwater/domain';
import { rightsOfRole } from '@highwater/permissions';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { rightsOf } from '../actor/rights.ts';
import type { Browser } from '../testing/browser.ts';
import { joinCompany, makeCompany, type Company } from '../testing/company.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { openFolder, storePackage } from '../testing/stored-files.ts';

const BYTES = Buffer.from('PK'.repeat(70_000));

let api: TestApi;
let company: Company;
let stop: () => Promise<void>;
beforeAll(async () => {
  const folder = await openFolder();
  api = await startApi(inject('superuser'), { objects: folder.objects });
  stop = () => api.stop().finally(() => folder.remove());
  company = await makeCompany(api);
});
afterAll(() => stop());

/** A package of a viewer's, built with what the employees' messages allow. */
async function build(viewer: Browser, employees: readonly string[], keptMs?: number): Promise<string> {
  const { exportId } = (await viewer.ask<{ exportId: string }>('POST', '/v1/exports', { body: {} })).body;
  const access = rightsOf(
    {
      ...rightsOfRole('viewer'),
      grants: [{ actions: ['export'], clauses: [{ people: employees as readonly PersonKey[] }] }],
    },
    api.clock.now(),
  ).access('export');
  await storePackage(api, company.tenantId, exportId, { access, bytes: BYTES, ...(keptMs ? { keptMs } : {}) });
  return `/v1/exports/${exportId}`;
}

const viewerOf = (employees: readonly string[]) =>
  joinCompany(api, company.owner, company.tenantId, { role: 'viewer', employees });

it('hands out a finished package, whole and in part', async () => {
  const path = await build(company.viewer, ['linxiaoyu']);
  const whole = await company.viewer.ask<string>('GET', `${path}/download`);
  expect(whole.status).toBe(200);
  expect(whole.body).toBe(BYTES.toString());
  expect(whole.headers.get('content-type')).toBe('application/zip');
  expect(whole.headers.get('content-disposition')).toContain('attachment; filename="highwater.zip"');
  const headers = { range: 'bytes=65530-70000' };
  const part = await company.viewer.ask<string>('GET', `${path}/download`, { headers });
  expect([part.status, part.body]).toEqual([206, BYTES.subarray(65_530, 70_001).toString()]);
  const sha256 = createHash('sha256').update(BYTES).digest('hex');
  expect((await company.viewer.ask('GET', path)).body).toMatchObject({ state: 'complete', size: BYTES.length, sha256 });
  expect((await company.admin.ask('GET', `${path}/download`)).status).toBe(200);
});

it('notes every download', async () => {
  const path = await build(company.viewer, ['linxiaoyu']);
  await company.viewer.ask('GET', `${path}/download`);
  const { body } = await company.owner.ask<{ items: readonly { event: string; subject: string }[] }>(
    'GET',
    '/v1/audit?limit=200',
  );
  const subject = `export:${path.split('/').at(-1)}`;
  const lines = body.items.filter((line) => line.subject === subject && line.event === 'export.downloaded');
  expect(lines).toMatchObject([{ memberName: 'viewer' }]);
});

it('has nothing to hand out before it is built', async () => {
  const made = await company.viewer.ask<{ exportId: string }>('POST', '/v1/exports', { body: {} });
  const early = await company.viewer.ask('GET', `/v1/exports/${made.body.exportId}/download`);
  expect(early).toMatchObject({ status: 409, body: { fault: 'export.not_ready' } });
  expect(made.body).toMatchObject({ refusal: 'export.not_ready' });
});

it('keeps a package from its own requester once the rights have become narrower than it', async () => {
  const viewer = await viewerOf(['linxiaoyu', 'zhaokai']);
  const path = await build(viewer, ['linxiaoyu', 'zhaokai']);
  const { memberId } = (await viewer.ask<{ memberId: string }>('GET', '/v1/me')).body;
  const grant = (employees: readonly string[]) =>
    company.owner.ask('PUT', `/v1/grants/${memberId}`, { body: { employees } });
  const refusalSaid = async () => (await viewer.ask<{ refusal: string | null }>('GET', path)).body.refusal;
  expect([await refusalSaid(), await viewer.faultOf('GET', `${path}/download`)]).toEqual([null, undefined]);
  for (const employees of [['linxiaoyu'], ['boss']]) {
    await grant(employees);
    expect(await viewer.ask('GET', `${path}/download`)).toMatchObject({
      status: 403,
      body: { fault: 'export.beyond_rights', detail: expect.stringContaining('重新导出') },
    });
    expect(await refusalSaid()).toBe('export.beyond_rights');
    const { body } = await viewer.ask<{ items: readonly object[] }>('GET', '/v1/exports');
    expect(body.items).toMatchObject([{ state: 'complete', refusal: 'export.beyond_rights' }]);
  }
  await grant([]);
  expect(await viewer.faultOf('GET', `${path}/download`)).toBe('permission.missing');
  await grant(['boss', 'linxiaoyu', 'zhaokai']);
  expect((await viewer.ask('GET', `${path}/download`)).status).toBe(200);
  expect(await refusalSaid()).toBeNull();
});

it('ends with its time, also for one who knows its tag', async () => {
  const path = await build(company.viewer, ['linxiaoyu'], 1);
  const headers = { 'if-none-match': `"${createHash('sha256').update(BYTES).digest('hex').slice(0, 32)}"` };
  api.clock.shift(2);
  const late = await company.viewer.ask('GET', `${path}/download`, { headers });
  expect(late).toMatchObject({ status: 410, body: { fault: 'export.expired' } });
  expect((await company.viewer.ask('GET', path)).body).toMatchObject({ refusal: 'export.expired' });
});

import { hashToken, makeToken } from '@highwater/crypto';
import { findLink, insertLink, inTenant } from '@highwater/db';
import type { ExportId, LinkId, MemberId } from '@highwater/domain';
import { newId } from '@highwater/testkit';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { inviteByMail, joinCompany, makeCompany, type Company } from '../testing/company.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { openFolder, storePackage } from '../testing/stored-files.ts';

let api: TestApi;
let company: Company;
let exportId: string;
let stop: () => Promise<void>;
beforeAll(async () => {
  const folder = await openFolder();
  api = await startApi(inject('superuser'), { objects: folder.objects });
  stop = () => api.stop().finally(() => folder.remove());
  company = await makeCompany(api);
  exportId = await build(company.admin, company);
});
afterAll(() => stop());

async function build(browser: Browser, { tenantId }: Company): Promise<string> {
  const headers = { 'highwater-tenant': tenantId };
  const made = await browser.ask<{ exportId: string }>('POST', '/v1/exports', { body: {}, headers });
  await storePackage(api, tenantId, made.body.exportId, { access: { kind: 'all' }, bytes: Buffer.from('package') });
  return made.body.exportId;
}

/** A link as the worker mails it. */
async function mailLink(addressee: Browser, to: Company, of: string, keptMs = 60_000) {
  const headers = { 'highwater-tenant': to.tenantId };
  const { memberId } = (await addressee.ask<{ memberId: MemberId }>('GET', '/v1/me', { headers })).body;
  const token = makeToken();
  const linkId = newId<LinkId>();
  const createdAt = api.clock.now();
  const about = { linkId, exportId: of as ExportId, memberId, tokenHash: hashToken(token), runDay: '2026-11-22' };
  await inTenant(api.database.database, to.tenantId, (tx) =>
    insertLink(tx, { ...about, createdAt, expiresAt: createdAt + keptMs }),
  );
  return { path: `/v1/exports/links/${token}`, linkId };
}

async function downloadsOf(linkId: LinkId): Promise<number | undefined> {
  return inTenant(api.database.database, company.tenantId, async (tx) => {
    const text = 'SELECT downloads FROM hw.export_links WHERE tenant_id = $1 AND link_id = $2';
    return (await tx.query<{ downloads: number }>(text, [tx.tenantId, linkId])).rows[0]?.downloads;
  });
}

it('leads its addressee to the package and counts what is fetched', async () => {
  const { path, linkId } = await mailLink(company.admin, company, exportId);
  const shown = await company.admin.ask('GET', path);
  expect(shown).toMatchObject({ status: 200, body: { export: { exportId, state: 'complete' }, day: '2026-11-21' } });
  const fetched = await company.admin.ask<string>('GET', `${path}/download`);
  expect([fetched.status, fetched.body]).toEqual([200, 'package']);
  expect(fetched.headers.get('content-disposition')).toContain('attachment');
  await company.admin.ask('GET', `${path}/download`);
  expect(await downloadsOf(linkId)).toBe(2);
});

it('is not used up by looking', async () => {
  const { path, linkId } = await mailLink(company.admin, company, exportId);
  const read = () => inTenant(api.database.database, company.tenantId, (tx) => findLink(tx, linkId));
  const before = await read();
  const answers = [await company.admin.ask('GET', path), await company.admin.ask('GET', path)];
  expect(answers[1]?.body).toEqual(answers[0]?.body);
  expect(await read()).toEqual(before);
  expect(await downloadsOf(linkId)).toBe(0);
});

it('is for its addressee only', async () => {
  const { path, linkId } = await mailLink(company.admin, company, exportId);
  for (const other of [company.owner, company.viewer]) {
    expect(await other.faultOf('GET', path)).toBe('link.wrong_person');
    expect(await other.faultOf('GET', `${path}/download`)).toBe('link.wrong_person');
  }
  const stranger = await makeCompany(api, '陌生人');
  expect(await stranger.owner.faultOf('GET', path)).toBe('thing.missing');
  expect(await company.admin.faultOf('GET', '/v1/exports/links/not-a-token')).toBe('thing.missing');
  expect(await company.admin.faultOf('GET', `/v1/exports/links/${makeToken()}`)).toBe('thing.missing');
  expect(await downloadsOf(linkId)).toBe(0);
});

it('ends with its time and when it is revoked', async () => {
  const late = await mailLink(company.admin, company, exportId, -1);
  const revoked = await mailLink(company.admin, company, exportId);
  await inTenant(api.database.database, company.tenantId, (tx) =>
    tx.query('UPDATE hw.export_links SET revoked_at = now() WHERE tenant_id = $1 AND link_id = $2', [
      tx.tenantId,
      revoked.linkId,
    ]),
  );
  for (const { path } of [late, revoked]) {
    expect(await company.admin.ask('GET', path)).toMatchObject({ status: 410, body: { fault: 'link.expired' } });
    expect(await company.admin.faultOf('GET', `${path}/download`)).toBe('link.expired');
  }
});

it('asks for the rights of now, not of the day it was mailed', async () => {
  const { path, linkId } = await mailLink(company.viewer, company, exportId);
  expect(await company.viewer.faultOf('GET', `${path}/download`)).toBe('export.beyond_rights');
  const looked = await company.viewer.ask('GET', path);
  expect(looked).toMatchObject({ status: 200, body: { export: { refusal: 'export.beyond_rights' } } });
  expect(await downloadsOf(linkId)).toBe(0);
});

it('finds its company, whichever one its addressee has open', async () => {
  const other = await makeCompany(api, '第二家');
  const both = company.admin;
  const token = await inviteByMail(api, other.owner, other.tenantId, both.email, { role: 'admin', employees: [] });
  expect((await both.ask('POST', '/v1/invitations/accept', { body: { token } })).status).toBe(200);
  const second = await build(both, other);
  const { path } = await mailLink(both, other, second);
  const open = await both.ask('GET', '/v1/me');
  expect(open.body).toMatchObject({ tenant: { tenantId: company.tenantId } });
  expect((await both.ask('GET', path)).body).toMatchObject({ export: { exportId: second, mine: true } });
  expect((await both.ask('GET', `${path}/download`)).body).toBe('package');

  const first = await mailLink(both, company, exportId);
  const headers = { 'highwater-tenant': other.tenantId };
  expect((await both.ask('GET', first.path, { headers })).body).toMatchObject({ export: { exportId } });
  expect((await both.ask('GET', `${first.path}/download`, { headers })).body).toBe('package');
});

it('asks for no rights in the company that happens to be open', async () => {
  const other = await makeCompany(api, '第三家');
  const both = await joinCompany(api, company.owner, company.tenantId, {
    role: 'viewer',
    employees: ['linxiaoyu'],
  });
  const { memberId } = (await both.ask<{ memberId: string }>('GET', '/v1/me')).body;
  await company.owner.ask('PUT', `/v1/grants/${memberId}`, { body: { employees: [] } });
  const token = await inviteByMail(api, other.owner, other.tenantId, both.email, { role: 'admin', employees: [] });
  await both.ask('POST', '/v1/invitations/accept', { body: { token } });
  const { path } = await mailLink(both, other, await build(both, other));
  expect((await both.ask('GET', `${path}/download`)).body).toBe('package');
  const closed = await mailLink(both, company, exportId);
  expect(await both.faultOf('GET', closed.path)).toBe('permission.missing');
});

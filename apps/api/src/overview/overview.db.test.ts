import { inTenant, raiseFinding, resolveFindings } from '@highwater/db';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { makeArchive, type SmallArchive } from '../testing/archive.ts';
import { makeCompany, type Company } from '../testing/company.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

let api: TestApi;
let company: Company;
let others: Company;
let archive: SmallArchive;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
  company = await makeCompany(api);
  others = await makeCompany(api, '邻居');
  archive = await makeArchive(api, company);
  const now = api.clock.now();
  await inTenant(api.database.database, company.tenantId, async (tx) => {
    await raiseFinding(tx, {
      fault: 'key.missing',
      subject: 'connection:a',
      detail: { publickeyVer: 3, count: 7 },
      now,
    });
    await raiseFinding(tx, { fault: 'wecom.busy', subject: 'connection:a', detail: {}, now: now + 1 });
    await raiseFinding(tx, { fault: 'messages.none', subject: 'connection:a', detail: {}, now: now + 2 });
    await resolveFindings(tx, ['wecom.busy'], 'connection:a', now + 3);
  });
});
afterAll(() => api.stop());

it('tells admins the state of the whole archive', async () => {
  const overview = await company.admin.ask('GET', '/v1/overview');
  expect(overview.body).toMatchObject({
    connection: { connectionId: archive.connectionId },
    storedMessages: 2,
    // One of them was sent the day before; both were archived today.
    today: 2,
    sealed: 1,
    unreadable: 1,
    unseen: 5,
    findings: [{ fault: 'messages.none' }, { fault: 'key.missing' }],
  });
  expect([archive.visible, archive.hidden]).toContain(overview.body['firstMessageId']);
});

it('tells a narrow reader of their own messages and of nothing else', async () => {
  expect((await company.viewer.ask('GET', '/v1/overview')).body).toEqual({
    connection: null,
    storedMessages: 1,
    today: 1,
    firstMessageId: archive.visible,
    lastSeq: '0',
    lastPullAt: null,
    lastAnswerAt: null,
    hoursLeft: null,
    mayBeLost: null,
    sealed: 0,
    unreadable: 0,
    unseen: 0,
    mediaWanted: 0,
    mediaAbsent: 0,
    findings: [],
  });
});

it('counts what became of every envelope, and names the numbers that WeCom did not return', async () => {
  const completeness = await company.owner.ask<{ connections: object[] }>('GET', '/v1/completeness');
  expect(completeness.body.connections).toMatchObject([
    {
      connectionId: archive.connectionId,
      stored: 4,
      opened: 2,
      sealed: 1,
      unreadable: 1,
      unknown: 1,
      unseenTotal: '5',
      unseen: [
        { from: '18446744073709551613', to: '18446744073709551614' },
        { from: '2', to: '4' },
      ],
    },
  ]);
  expect(await company.viewer.faultOf('GET', '/v1/completeness')).toBe('permission.missing');
  expect((await others.owner.ask('GET', '/v1/completeness')).body).toEqual({ at: expect.any(Number), connections: [] });
});

it('lists open findings with their cure, and resolved ones when asked, page by page', async () => {
  const first = await company.admin.ask<{ items: { title: string }[]; nextCursor: string }>(
    'GET',
    '/v1/findings?limit=1',
    {
      headers: { 'accept-language': 'en' },
    },
  );
  expect(first.body.items).toMatchObject([{ fault: 'messages.none', count: 1, resolvedAt: null }]);
  const second = await company.admin.ask('GET', `/v1/findings?limit=1&cursor=${first.body.nextCursor}`, {
    headers: { 'accept-language': 'en' },
  });
  expect(second.body).toMatchObject({
    items: [{ fault: 'key.missing', params: { publickeyVer: 3, count: 7 } }],
    nextCursor: null,
  });
  const told = JSON.stringify(second.body);
  expect(told).toContain('private key of version 3: 7');
  expect(told).toContain('管理工具 › 企业会话内容存档 › 消息加密公钥');
  expect(told).toContain('none is lost');
  const resolved = await company.admin.ask('GET', '/v1/findings?state=resolved');
  expect(resolved.body['items']).toMatchObject([{ fault: 'wecom.busy' }]);
  expect(await company.viewer.faultOf('GET', '/v1/findings')).toBe('permission.missing');
  expect((await others.owner.ask('GET', '/v1/findings')).body['items']).toEqual([]);
});

import { inTenant } from '@highwater/db';
import { newId } from '@highwater/testkit';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { makeCompany, type Company } from '../testing/company.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { startTalk, type Talk } from '../testing/talk.ts';

let api: TestApi;
let company: Company;
let others: Company;
let talk: Talk;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
  [company, others] = [await makeCompany(api), await makeCompany(api, '邻居')];
  talk = await startTalk(api, company);
});
afterAll(() => api.stop());

let begun = 0;
beforeEach(() => {
  begun = api.clock.now();
  api.clock.shift(1000);
});

const say = (from: string) => talk.say({ from, to: ['chenjie'], body: { msgtype: 'text', text: { content: '芒果' } } });

/** Denials of this test, oldest first. */
const denials = ({ tenantId } = company) =>
  inTenant(api.database.database, tenantId, async (tx) => {
    const { rows } = await tx.query<{ subject: string; detail: object }>(
      `SELECT subject, detail FROM hw.audit WHERE tenant_id = $1 AND event = 'access.denied' AND at > $2 ORDER BY at`,
      [tenantId, new Date(begun)],
    );
    return rows;
  });

test('content that somebody does not find is a denial, whether it is there for others or nowhere', async () => {
  const [hidden, nowhere, foreign] = [(await say('boss')).messageId, newId(), others.tenantId];
  for (const id of [hidden, nowhere, foreign]) {
    expect(await company.viewer.faultOf('GET', `/v1/messages/${id}`)).toBe('thing.missing');
  }
  const detail = { route: '/v1/messages/{messageId}', fault: 'thing.missing' };
  expect(await denials()).toEqual([hidden, nowhere, foreign].map((id) => ({ subject: `message:${id}`, detail })));
  expect(await denials(others)).toEqual([]);
});

test('what somebody sees, and what is missing to who sees everything, is none', async () => {
  const { messageId } = await say('linxiaoyu');
  expect(await company.viewer.faultOf('GET', `/v1/messages/${messageId}`)).toBeUndefined();
  expect(await company.owner.faultOf('GET', `/v1/messages/${newId()}`)).toBe('thing.missing');
  expect(await denials()).toEqual([]);
});

test('a right that is missing is told of what was asked for', async () => {
  const { messageId } = await say('linxiaoyu');
  expect(await company.viewer.faultOf('GET', `/v1/messages/${messageId}/original`)).toBe('permission.missing');
  expect(await denials()).toEqual([
    { subject: `message:${messageId}`, detail: { route: '/v1/messages/{messageId}/original', action: 'connect' } },
  ]);
});

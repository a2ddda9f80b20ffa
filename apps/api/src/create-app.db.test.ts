import { createHmac } from 'node:crypto';
import { FaultError } from '@highwater/domain';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createApp } from './create-app.ts';
import { openBrowser, type Browser } from './testing/browser.ts';
import { makeCompany } from './testing/company.ts';
import { startApi, type TestApi } from './testing/start-api.ts';

let api: TestApi;
let owner: Browser;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
  owner = (await makeCompany(api)).owner;
});
afterAll(() => api.stop());

const company = { name: '甲', zone: 'Asia/Shanghai', language: 'zh-CN' };

it('answers problems in the language of the request, with a request id', async () => {
  const nobody = openBrowser(api.app);
  const chinese = await nobody.ask('GET', '/v1/me');
  expect(chinese.status).toBe(401);
  expect(chinese.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(chinese.body).toMatchObject({ type: '/problems/session.missing', status: 401, fault: 'session.missing' });
  expect(chinese.body['title']).toMatch(/\p{Script=Han}/u);
  expect(chinese.body['requestId']).toBe(chinese.headers.get('highwater-request'));
  const english = await nobody.ask('GET', '/v1/me', { headers: { 'accept-language': 'en' } });
  expect(english.body['title']).toMatch(/^You are not signed in/);
});

it('tells nothing of a foreign error but the request id, and logs no message', async () => {
  const secret = 'SELECT 王芳 FROM secrets';
  const identity = { ...api.deps.identity, findUser: () => Promise.reject(new RangeError(secret)) };
  const broken = openBrowser(createApp({ ...api.deps, identity }));
  const answer = await broken.ask('GET', '/v1/me');
  expect(answer).toMatchObject({ status: 500, body: { fault: 'internal' } });
  expect(JSON.stringify(answer.body)).not.toContain('王芳');
  const line = api.logged.findLast(({ event }) => event === 'request failed');
  expect(line).toMatchObject({ requestId: answer.body['requestId'], errorName: 'RangeError', fault: 'internal' });
  expect(JSON.stringify(api.logged)).not.toContain('王芳');
});

it('says that the database is away and that trying again can help', async () => {
  const unavailable = () => Promise.reject(new FaultError('database.unavailable'));
  const identity = { ...api.deps.identity, findUser: unavailable };
  const answer = await openBrowser(createApp({ ...api.deps, identity })).ask('GET', '/v1/me');
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
});

it('logs one line per request with the pattern of the route, never the address', async () => {
  await owner.ask('GET', '/v1/messages/0198c0de-0000-7000-8000-000000000000/context?around=%E7%8E%8B%E8%8A%B3');
  const [line] = api.logged.filter(({ event }) => event === 'request answered').slice(-1);
  expect(line).toMatchObject({ method: 'GET', route: '/v1/messages/{messageId}/context' });
  expect(Object.keys(line ?? {}).toSorted()).toEqual(['durationMs', 'event', 'method', 'requestId', 'route', 'status']);
});

it('changes nothing for pages of another origin, and believes a header they cannot send', async () => {
  const ask = (headers: Record<string, string>) =>
    owner.faultOf('PATCH', '/v1/me', { body: { language: 'en' }, headers: { 'highwater-csrf': '', ...headers } });
  expect(await ask({ origin: 'https://evil.example' })).toBe('session.csrf');
  expect(await ask({ origin: 'http://127.0.0.1:4400', 'sec-fetch-site': 'cross-site' })).toBe('session.csrf');
  expect(await ask({ origin: '' })).toBe('session.csrf');
  expect(await ask({ origin: 'http://127.0.0.1:4400' })).toBeUndefined();
  expect(await ask({ origin: '', 'sec-fetch-site': 'same-origin' })).toBeUndefined();
  expect(await ask({ origin: 'https://evil.example', 'highwater-csrf': '1' })).toBeUndefined();
});

it('refuses large, foreign and damaged bodies', async () => {
  const large = { body: { ...company, name: 'x'.repeat(1024 * 1024) } };
  expect(await owner.faultOf('POST', '/v1/me/companies', large)).toBe('request.too_large');
  const form = { body: company, headers: { 'content-type': 'application/x-www-form-urlencoded' } };
  expect((await owner.ask('POST', '/v1/me/companies', form)).body).toMatchObject({
    fault: 'request.malformed',
    params: { issue: 'content_type' },
  });
  const damaged = await api.app.request('/v1/me/companies', {
    method: 'POST',
    headers: { 'highwater-csrf': '1', 'content-type': 'application/json' },
    body: '{"name":',
  });
  expect(await damaged.json()).toMatchObject({ fault: 'request.malformed', params: { issue: 'json' } });
});

it('limits the rate of one session without limiting another', async () => {
  const limits = { requestsPerMinute: 2, signInsPerMinute: 100 };
  const app = createApp({ ...api.deps, limits });
  const statuses = [];
  for (let n = 0; n < 3; n += 1) statuses.push((await openBrowser(app).ask('GET', '/v1/me')).status);
  const other = await openBrowser(app).ask('GET', '/v1/me', { headers: { cookie: 'other=1' } });
  expect([...statuses, other.status]).toEqual([401, 401, 429, 401]);
});

it("believes the portal's signed word about an address and nobody else's", async () => {
  const signature = createHmac('sha256', api.deps.portalSigningKey).update('203.0.113.7').digest('base64url');
  const address = { 'highwater-client-address': '203.0.113.7' };
  const made = async (headers: Record<string, string>) => {
    const person = await api.signUp('Address');
    await person.ask('POST', '/v1/me/companies', { body: company, headers });
    const audit = await person.ask<{ items: { address: string | null }[] }>('GET', '/v1/audit');
    return audit.body.items[0]?.address;
  };
  expect(await made({ ...address, 'highwater-client-signature': signature })).toBe('203.0.113.7');
  expect(await made({ ...address, 'highwater-client-signature': signature.toUpperCase() })).toBeNull();
  expect(await made(address)).toBeNull();
});

it('is healthy, and ready when the database has every migration', async () => {
  const nobody = openBrowser(api.app);
  expect(await nobody.ask('GET', '/healthz')).toMatchObject({ status: 200, body: { status: 'ok' } });
  expect(await nobody.ask('GET', '/readyz')).toMatchObject({ status: 200, body: { status: 'ready' } });
});

it('serves its own description, sets security headers, and misses what is not there', async () => {
  const nobody = openBrowser(api.app);
  const description = await nobody.ask('GET', '/v1/openapi.json');
  expect(description).toMatchObject({ status: 200, body: { openapi: '3.1.0' } });
  expect(description.headers.get('x-content-type-options')).toBe('nosniff');
  expect(description.headers.get('cache-control')).toBe('no-store');
  for (const path of ['/', '/v1', '/v1/nothing']) {
    expect(await nobody.faultOf('GET', path)).toBe('thing.missing');
  }
  expect(await nobody.faultOf('PUT', '/v1/members')).toBe('thing.missing');
});

import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { Company } from '../testing/company.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { openBrowser } from '../testing/browser.ts';
import { makeCompanyWithDomain, pathOf, type Records } from '../single-sign-on/testing/connect-company.ts';
import { makeSamlStand, type SamlStand } from '../single-sign-on/testing/saml-stand.ts';

interface Person {
  readonly id: string;
  readonly active: boolean;
}

const records: Records = new Map();
let api: TestApi;
let stand: SamlStand;
let company: Company;
let others: Company;
let token: string;
let tokenId: string;
let tokenOfOthers: string;
let signOnId: string;
let acsUrl: string;

async function ask<Body = Record<string, unknown>>(method: string, path: string, body?: object, bearer = token) {
  const answer = await api.app.request(`/scim/v2${path}`, {
    method,
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/scim+json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    body: (text === '' ? {} : JSON.parse(text)) as Body,
  };
}

const personOf = (subject: string, more: object = {}) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  userName: `${subject}@orchard.example`,
  externalId: subject,
  name: { givenName: 'Lin', familyName: 'Wang' },
  active: true,
  ...more,
});
const setActive = (value: unknown) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
  Operations: [{ op: 'Replace', path: 'active', value }],
});

async function connect({
  owner,
}: Company): Promise<{ signOnId: string; acsUrl: string; token: string; tokenId: string }> {
  const made = await owner.ask<{ signOnId: string; acsUrl: string }>('POST', '/v1/single-sign-on/saml', {
    body: { name: '公司账号', metadata: stand.metadata },
  });
  const kept = await owner.ask<{ token: string; tokenId: string }>('POST', '/v1/single-sign-on/scim-tokens', {
    body: { signOnId: made.body.signOnId, role: 'viewer' },
  });
  expect([made.status, kept.status]).toEqual([201, 201]);
  return { ...made.body, ...kept.body };
}

beforeAll(async () => {
  stand = makeSamlStand();
  api = await startApi(inject('superuser'), {
    domainRecords: { listTexts: async (name) => records.get(name) ?? [] },
  });
  company = await makeCompanyWithDomain(api, records, 'orchard.example');
  others = await makeCompanyWithDomain(api, records, 'tea.example');
  ({ signOnId, acsUrl, token, tokenId } = await connect(company));
  tokenOfOthers = (await connect(others)).token;
});
afterAll(() => api?.stop());

async function signIn(subject: string) {
  const browser = openBrowser(api.app);
  const begun = await browser.ask<{ url: string }>('POST', '/auth/single-sign-on/start', {
    body: { email: 'x@orchard.example' },
  });
  const assertion = { subject, email: `${subject}@orchard.example` };
  const { response, relayState } = await stand.respond(begun.body.url, assertion);
  const posted = await api.app.request(pathOf(acsUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ SAMLResponse: response, RelayState: relayState }).toString(),
  });
  await browser.ask('GET', pathOf(posted.headers.get('location') ?? ''));
  return browser;
}

it('adds a member who then signs in by the same subject, and ends the membership with the next request', async () => {
  const owner = company.owner;
  const begun = await owner.ask<{ url: string }>('POST', '/auth/single-sign-on/start', { body: { test: signOnId } });
  const tested = await stand.respond(begun.body.url, { subject: 'tester', email: 'tester@orchard.example' });
  const posted = await api.app.request(pathOf(acsUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ SAMLResponse: tested.response, RelayState: tested.relayState }).toString(),
  });
  await owner.ask('GET', pathOf(posted.headers.get('location') ?? ''));
  expect((await owner.ask('POST', `/v1/single-sign-on/connections/${signOnId}/enable`)).status).toBe(200);

  const added = await ask<Person>('POST', '/Users', personOf('lin'));
  expect(added.status).toBe(201);
  expect(added.type).toMatch(/^application\/scim\+json/);
  const browser = await signIn('lin');
  expect((await browser.ask('GET', '/v1/me')).body).toMatchObject({ role: 'viewer', user: { name: 'Lin Wang' } });

  const ended = await ask<Person>('PATCH', `/Users/${added.body.id}`, setActive('False'));
  expect([ended.status, ended.body.active]).toEqual([200, false]);
  expect(await browser.faultOf('GET', '/v1/overview')).toBe('tenant.none');

  expect((await ask<Person>('PATCH', `/Users/${added.body.id}`, setActive(true))).body.active).toBe(true);
  expect((await ask('DELETE', `/Users/${added.body.id}`)).status).toBe(204);
  expect((await ask('GET', `/Users/${added.body.id}`)).status).toBe(404);
  expect((await ask<Person>('POST', '/Users', personOf('lin'))).body.id).toBe(added.body.id);
});

it('finds by userName and replaces what the provider keeps', async () => {
  const { body } = await ask<Person>('POST', '/Users', personOf('kai'));
  const find = (name: string) =>
    ask<{ totalResults: number; Resources: Person[] }>(
      'GET',
      `/Users?filter=${encodeURIComponent(`userName eq "${name}"`)}`,
    );
  expect((await find('KAI@orchard.example')).body).toMatchObject({ totalResults: 1, Resources: [{ id: body.id }] });
  expect((await find('nobody@orchard.example')).body).toMatchObject({ totalResults: 0, Resources: [] });
  const moved = personOf('kai', { userName: 'kai.zhao@orchard.example', displayName: '赵凯' });
  expect((await ask('PUT', `/Users/${body.id}`, moved)).body).toMatchObject({
    userName: 'kai.zhao@orchard.example',
    displayName: '赵凯',
  });
  expect((await ask('GET', '/Users?filter=name%20co%20%22x%22')).body).toMatchObject({ scimType: 'invalidFilter' });
  expect((await ask('POST', '/Users', personOf('kai'))).body).toMatchObject({ status: '409', scimType: 'uniqueness' });
});

it('sees and changes nobody who came with a password', async () => {
  await company.owner.ask('POST', '/v1/single-sign-on/domains', { body: { domain: 'example.com' } });
  const filter = encodeURIComponent(`userName eq "${company.viewer.email}"`);
  expect((await ask('GET', `/Users?filter=${filter}`)).body).toMatchObject({ totalResults: 0 });
  const members = await company.owner.ask<{ items: { memberId: string }[] }>('GET', '/v1/members');
  for (const { memberId } of members.body.items.slice(0, 3)) {
    expect((await ask('PATCH', `/Users/${memberId}`, setActive(false))).status).toBe(404);
  }
});

it('gives no role that sees or manages by itself', async () => {
  for (const value of ['owner', 'admin', 'compliance', 'custom', 'billing']) {
    expect((await ask('POST', '/Users', personOf('boss', { roles: [{ value }] }))).status).toBe(400);
    const body = { signOnId, role: value };
    expect((await company.owner.ask('POST', '/v1/single-sign-on/scim-tokens', { body })).status).toBe(422);
  }
  const named = await ask('POST', '/Users', personOf('rev', { roles: [{ value: 'reviewer' }] }));
  expect(named.body['roles']).toEqual([{ value: 'reviewer' }]);
});

it('ends no owner', async () => {
  const { body } = await ask<Person>('POST', '/Users', personOf('chief'));
  const members = await company.owner.ask<{ items: { memberId: string; email: string }[] }>(
    'GET',
    '/v1/members?limit=200',
  );
  const chief = members.body.items.find(({ email }) => email === 'chief@orchard.example');
  const raised = await company.owner.ask('PATCH', `/v1/members/${chief?.memberId}`, { body: { role: 'owner' } });
  expect(raised.status).toBe(200);
  expect((await ask('PATCH', `/Users/${body.id}`, setActive(false))).status).toBe(403);
});

it('keeps to its company and its domains', async () => {
  const { body } = await ask<Person>('POST', '/Users', personOf('mei'));
  for (const [method, sent] of [
    ['GET', undefined],
    ['PUT', personOf('mei', { userName: 'mei@tea.example' })],
    ['PATCH', setActive(false)],
    ['DELETE', undefined],
  ] as const) {
    expect((await ask(method, `/Users/${body.id}`, sent, tokenOfOthers)).status).toBe(404);
  }
  expect((await ask('GET', '/Users', undefined, tokenOfOthers)).body).toMatchObject({ totalResults: 0 });
  const foreign = await ask('POST', '/Users', personOf('x', { userName: others.owner.email }));
  const unknown = await ask('POST', '/Users', personOf('x', { userName: 'nobody-at-all@example.com' }));
  expect(foreign).toEqual(unknown);
  expect(foreign.body).toMatchObject({ status: '400', scimType: 'invalidValue' });
});

it('says what it does and plainly what it does not', async () => {
  expect((await ask('GET', '/ServiceProviderConfig')).body).toMatchObject({ patch: { supported: true } });
  expect((await ask('GET', '/Schemas')).status).toBe(200);
  expect((await ask('GET', '/ResourceTypes')).body).toMatchObject({ totalResults: 1 });
  expect((await ask('GET', '/Groups')).body).toMatchObject({ status: '501' });
  expect((await ask('GET', '/Me')).body).toMatchObject({ status: '404' });
});

it('answers no wrong, missing, borrowed or revoked token', async () => {
  const { cookie } = { cookie: 'highwater.session_token=x' };
  const bare = await api.app.request('/scim/v2/Users', { headers: { cookie } });
  expect(bare.status).toBe(401);
  expect((await ask('GET', '/Users', undefined, `${token}x`)).status).toBe(401);
  expect(await others.owner.faultOf('DELETE', `/v1/single-sign-on/scim-tokens/${tokenId}`)).toBe('thing.missing');
  expect(await company.viewer.faultOf('DELETE', `/v1/single-sign-on/scim-tokens/${tokenId}`)).toBe(
    'permission.missing',
  );
  const shown = await company.owner.ask('GET', '/v1/single-sign-on');
  expect(JSON.stringify(shown.body)).not.toContain(token);
  expect(JSON.stringify(shown.body)).toContain(token.slice(0, 8));
  expect((await company.owner.ask('DELETE', `/v1/single-sign-on/scim-tokens/${tokenId}`)).status).toBe(204);
  expect((await ask('GET', '/Users')).status).toBe(401);
});

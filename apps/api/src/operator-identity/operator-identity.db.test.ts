import { randomUUID } from 'node:crypto';
import { hashToken } from '@highwater/crypto';
import { inviteOperator, removeOperator } from '@highwater/db';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createApp } from '../create-app.ts';
import { openBrowser } from '../testing/browser.ts';
import { makeCompany } from '../testing/company.ts';
import { makeOperator, openConsole } from '../testing/operator.ts';
import { createSoftwarePasskey } from '../testing/software-passkey.ts';
import { OPERATOR_DOOR, OPERATOR_PORTAL, startApi, type TestApi } from '../testing/start-api.ts';

type Options = Parameters<ReturnType<typeof createSoftwarePasskey>['create']>[0] & { rpId?: string };

const MINUTE = 60_000;
const REGISTER = '/operator-auth/passkey/generate-register-options';
const REGISTERED = '/operator-auth/passkey/verify-registration';

let api: TestApi;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
});
afterAll(() => api.stop());

async function invite(email = `${randomUUID()}@ops.example`) {
  const token = randomUUID();
  const now = api.clock.now();
  const invited = { name: '运营小林', email, tokenHash: hashToken(token), expiresAt: now + 30 * MINUTE, now };
  await inviteOperator(api.database.login('hw_migrator'), invited);
  return { token, email, headers: { 'highwater-enrolment': token } };
}

/** Registers a passkey with the link's token; answers the console's browser and the passkey. */
async function enrol(invited: Awaited<ReturnType<typeof invite>>, passkey = createSoftwarePasskey(OPERATOR_PORTAL)) {
  const browser = openConsole(api, { name: '', email: '' });
  const options = await browser.ask<Options>('GET', REGISTER, { headers: invited.headers });
  const body = { response: passkey.create(options.body), createSession: true };
  const verified = await browser.ask('POST', REGISTERED, { body, headers: invited.headers });
  return { browser, passkey, status: verified.status, cookies: verified.headers.getSetCookie() };
}

async function signIn(passkey: ReturnType<typeof createSoftwarePasskey>) {
  const browser = openConsole(api, { name: '', email: '' });
  const options = await browser.ask<Options>('GET', '/operator-auth/passkey/generate-authenticate-options');
  const body = { response: passkey.get(options.body) };
  const verified = await browser.ask('POST', '/operator-auth/passkey/verify-authentication', { body });
  return { browser, status: verified.status };
}

it('enrols a passkey by the link, signs in with it, and has a cookie of its own', async () => {
  const { browser, passkey, status, cookies } = await enrol(await invite());
  expect(status).toBe(200);
  const session = cookies.find((line) => line.startsWith('highwater-operator.session_token='));
  expect(session).toMatch(/HttpOnly/i);
  expect(session).toMatch(/SameSite=Strict/i);
  expect(session).not.toMatch(/Domain=/i);
  expect((await browser.ask('GET', '/v1/operator/me')).body).toMatchObject({ name: '运营小林' });
  const again = await signIn(passkey);
  expect(again.status).toBe(200);
  expect((await again.browser.ask('GET', '/v1/operator/me')).status).toBe(200);
  await again.browser.ask('POST', '/operator-auth/sign-out');
  expect(await again.browser.faultOf('GET', '/v1/operator/me')).toBe('session.missing');
});

it('takes a link once, for thirty minutes, and no made-up one', async () => {
  const invited = await invite();
  expect((await enrol(invited)).status).toBe(200);
  const late = openConsole(api, { name: '', email: '' });
  expect(await late.faultOf('GET', REGISTER, { headers: invited.headers })).toBe('enrolment.expired');
  expect(await late.faultOf('GET', REGISTER)).toBe('enrolment.expired');
  const other = await invite();
  api.clock.shift(31 * MINUTE);
  expect(await late.faultOf('GET', REGISTER, { headers: other.headers })).toBe('enrolment.expired');
});

it('does not let a link enrol for somebody else than it was made for', async () => {
  const [mine, theirs] = [await invite(), await invite()];
  const browser = openConsole(api, { name: '', email: '' });
  const passkey = createSoftwarePasskey(OPERATOR_PORTAL);
  const options = await browser.ask<Options>('GET', REGISTER, { headers: mine.headers });
  const body = { response: passkey.create(options.body), createSession: true };
  expect((await browser.ask('POST', REGISTERED, { body, headers: theirs.headers })).status).toBe(401);
  expect((await signIn(passkey)).status).toBe(401);
});

it('refuses a passkey that nobody unlocked, one of another origin, and one that is unknown', async () => {
  expect((await enrol(await invite(), createSoftwarePasskey(OPERATOR_PORTAL, { verifiesUser: false }))).status).toBe(
    401,
  );
  const phished = createSoftwarePasskey('http://operator.localhost.evil.example:4400');
  expect((await enrol(await invite(), phished)).status).toBeGreaterThanOrEqual(400);
  expect((await signIn(createSoftwarePasskey(OPERATOR_PORTAL))).status).toBe(401);
});

it('keeps sessions of companies and of the console apart', async () => {
  const company = await makeCompany(api);
  const operator = await makeOperator(api);
  for (const path of ['/v1/operator/me', '/v1/operator/tenants', '/v1/operator/support'])
    expect(await company.owner.faultOf('GET', path)).toBe('session.missing');
  for (const path of ['/v1/me', '/v1/members', '/v1/audit', '/v1/connections'])
    expect(await operator.faultOf('GET', path, { headers: { 'highwater-tenant': company.tenantId } })).toBe(
      'session.missing',
    );
});

it('does not take the token of one kind of session for the other', async () => {
  const company = await makeCompany(api);
  const operator = await makeOperator(api);
  const tokens = async (table: string) =>
    (await api.identityRows<{ token: string }>(`SELECT token FROM ${table}`)).map(({ token }) => token);
  const both = [
    ['highwater.session_token', await tokens('operator_session'), '/v1/me'],
    ['highwater-operator.session_token', await tokens('session'), '/v1/operator/me'],
  ] as const;
  for (const [cookie, found, path] of both) {
    expect(found.length).toBeGreaterThan(0);
    for (const token of found) {
      const answer = await openBrowser(api.app).ask('GET', path, { headers: { cookie: `${cookie}=${token}.AAAA` } });
      expect(answer.status).toBe(401);
    }
  }
  expect([company.owner.name, operator.name]).toEqual(['Owner', '运营小林']);
});

it('ends everything of an operator who is removed, at the next request', async () => {
  const invited = await invite();
  const { browser, passkey } = await enrol(invited);
  expect((await browser.ask('GET', '/v1/operator/me')).status).toBe(200);
  expect(await removeOperator(api.database.login('hw_migrator'), invited.email, api.clock.now())).toBe(true);
  expect(await browser.faultOf('GET', '/v1/operator/me')).toBe('session.missing');
  expect((await signIn(passkey)).status).toBe(401);
});

it('has the door of development for its word alone, and not in production', async () => {
  const operator = await makeOperator(api);
  const nobody = openConsole(api, { name: '', email: '' });
  const door = '/operator-auth/development-door';
  const { email } = operator;
  expect(await nobody.faultOf('POST', door, { body: { email, word: 'another' } })).toBe('thing.missing');
  const strange = { email: 'nobody@ops.example', word: OPERATOR_DOOR };
  expect(await nobody.faultOf('POST', door, { body: strange })).toBe('thing.missing');
  const production = createApp({ ...api.deps, mode: 'production' });
  const answer = await openBrowser(production).ask('POST', door, { body: { email, word: OPERATOR_DOOR } });
  expect([answer.status, answer.headers.getSetCookie()]).toEqual([404, []]);
});

it.each(['/operator-auth/sign-up/email', '/operator-auth/sign-in/email', '/operator-auth/passkey/list-user-passkeys'])(
  'does not mount %s',
  async (path) => {
    const operator = await makeOperator(api);
    for (const method of ['GET', 'POST'])
      expect(await operator.faultOf(method, path, method === 'POST' ? { body: {} } : {})).toBe('thing.missing');
  },
);

it('is missing altogether where there is no console', async () => {
  const without = createApp({ ...api.deps, operators: null });
  const answer = await openBrowser(without).ask('GET', '/operator-auth/passkey/generate-authenticate-options');
  expect(answer.status).toBe(404);
  expect(await openBrowser(without).faultOf('GET', '/v1/operator/me')).toBe('session.missing');
});

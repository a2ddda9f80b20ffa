import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openBrowser, type Browser } from '../testing/browser.ts';
import { createSoftwarePasskey } from '../testing/software-passkey.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

const NAMED_ORIGIN = 'http://localhost:4400';

let api: TestApi;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
});
afterAll(() => api.stop());

type Passkey = ReturnType<typeof createSoftwarePasskey>;
type Options = Parameters<Passkey['create']>[0] & { readonly rpId?: string };

async function add(browser: Browser, passkey: Passkey) {
  const options = await browser.ask<Options>('GET', '/auth/passkey/generate-register-options');
  const body = { response: passkey.create(options.body), name: 'Laptop' };
  return browser.ask('POST', '/auth/passkey/verify-registration', { body });
}

async function signIn(passkey: Passkey) {
  const browser = openBrowser(api.app);
  const options = await browser.ask<Options>('GET', '/auth/passkey/generate-authenticate-options');
  const answer = await browser.ask('POST', '/auth/passkey/verify-authentication', {
    body: { response: passkey.get(options.body) },
  });
  return { browser, answer, options: options.body };
}

it('signs in with a passkey alone, as with two factors', async () => {
  const person = await api.signUp('Ida');
  const elsewhere = openBrowser(api.app);
  await elsewhere.ask('POST', '/auth/sign-in/email', { body: { email: person.email, password: person.password } });
  const passkey = createSoftwarePasskey(NAMED_ORIGIN);
  expect((await add(person, passkey)).status).toBe(200);
  expect(await elsewhere.faultOf('GET', '/v1/me')).toBe('session.missing');
  expect(await api.mailsTo(person.email)).toContain('factor_added');

  const { browser, answer } = await signIn(passkey);
  expect(answer.status).toBe(200);
  expect(JSON.stringify(answer.body)).not.toContain('token');
  const sessions = await browser.ask<{ items: { isThis: boolean; factor: string }[] }>('GET', '/v1/me/sessions');
  expect(sessions.body.items.find(({ isThis }) => isThis)).toMatchObject({ factor: 'passkey' });
  const again = openBrowser(api.app);
  const { email, password } = person;
  const half = await again.ask('POST', '/auth/sign-in/email', { body: { email, password } });
  expect(half.body).toEqual({ twoFactorRedirect: true, methods: ['passkey'] });
  expect(await again.faultOf('GET', '/v1/me')).toBe('session.missing');
});

it('refuses a passkey that nobody unlocked, one of another origin, one unknown and one removed', async () => {
  const person = await api.signUp('Jon');
  expect((await add(person, createSoftwarePasskey(NAMED_ORIGIN, { verifiesUser: false }))).status).not.toBe(200);
  expect((await add(person, createSoftwarePasskey('http://localhost.evil.example:4400'))).status).not.toBe(200);
  expect((await signIn(createSoftwarePasskey(NAMED_ORIGIN))).answer.status).toBe(401);

  const passkey = createSoftwarePasskey(NAMED_ORIGIN);
  await add(person, passkey);
  const { browser } = await signIn(passkey);
  const security = await browser.ask<{ passkeys: { passkeyId: string }[] }>('GET', '/v1/me/security');
  const path = `/v1/me/passkeys/${security.body.passkeys[0]?.passkeyId}`;
  // Whoever finds the session open cannot take the factor away: it is to be shown again.
  expect(await browser.faultOf('DELETE', path)).toBe('proof.needed');
  await browser.ask('POST', '/v1/me/proof', { body: { proof: person.password } });
  expect((await browser.ask('DELETE', path)).status).toBe(204);
  expect((await signIn(passkey)).answer.status).toBe(401);
});

it('gives nobody a challenge to register without a session, and takes an answer once', async () => {
  const nobody = openBrowser(api.app);
  expect(await nobody.faultOf('GET', '/auth/passkey/generate-register-options')).toBe('session.missing');
  const person = await api.signUp('Kim');
  const passkey = createSoftwarePasskey(NAMED_ORIGIN);
  await add(person, passkey);
  const browser = openBrowser(api.app);
  const options = await browser.ask<Options>('GET', '/auth/passkey/generate-authenticate-options');
  const body = { response: passkey.get(options.body) };
  expect((await browser.ask('POST', '/auth/passkey/verify-authentication', { body })).status).toBe(200);
  expect((await browser.ask('POST', '/auth/passkey/verify-authentication', { body })).status).not.toBe(200);
});

import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openBrowser } from '../testing/browser.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
});
afterAll(() => api.stop());

it('signs up, in and out with an http-only lax cookie', async () => {
  const browser = await api.signUp('Lin');
  const session = await browser.ask<{ user: { email: string } }>('GET', '/auth/get-session');
  expect(session.body.user.email).toBe(browser.email);

  const again = openBrowser(api.app);
  const { email, password } = browser;
  const signedIn = await again.ask('POST', '/auth/sign-in/email', { body: { email, password } });
  expect(signedIn.status).toBe(200);
  const cookie = signedIn.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/^highwater\.session_token=/);
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Lax/i);
  expect((await again.ask('GET', '/v1/me')).status).toBe(200);
  expect((await again.ask('POST', '/auth/sign-out')).status).toBe(200);
  expect(await again.faultOf('GET', '/v1/me')).toBe('session.missing');
});

it('keeps passwords as argon2id and refuses short and wrong ones', async () => {
  const { email } = await api.signUp('Kai');
  const stranger = openBrowser(api.app);
  const short = { token: 'none', password: '123456789' };
  expect(await stranger.faultOf('POST', '/auth/sign-up/complete', { body: short })).toBe('password.short');
  const wrong = await stranger.ask('POST', '/auth/sign-in/email', { body: { email, password: 'not the password' } });
  expect([wrong.status, wrong.body['code']]).toEqual([401, 'INVALID_EMAIL_OR_PASSWORD']);
  const stored = await api.identityRows<{ password: string }>('SELECT password FROM account');
  expect(stored.map(({ password }) => password.slice(0, 10))).toEqual(stored.map(() => '$argon2id$'));
  expect(stored.length).toBeGreaterThan(0);
});

it.each([
  '/auth/update-user',
  '/auth/list-sessions',
  '/auth/ok',
  '/auth/error',
  '/auth/sign-in/social',
  '/auth/change-password',
  '/auth/two-factor/enable',
  '/auth/two-factor/disable',
  '/auth/two-factor/get-totp-uri',
  '/auth/two-factor/generate-backup-codes',
  '/auth/two-factor/send-otp',
  '/auth/passkey/delete-passkey',
  '/auth/passkey/update-passkey',
  '/auth/passkey/list-user-passkeys',
  '/auth/admin/list-users',
])('does not mount %s', async (path) => {
  const browser = await api.signUp('Curious');
  for (const method of ['GET', 'POST']) {
    expect(await browser.faultOf(method, path, method === 'POST' ? { body: {} } : {})).toBe('thing.missing');
  }
});

it('refuses to sign in from the page of another origin', async () => {
  const { email, password } = await api.signUp('Mei');
  const foreign = openBrowser(api.app);
  const headers = { 'highwater-csrf': '', origin: 'https://evil.example' };
  expect(await foreign.faultOf('POST', '/auth/sign-in/email', { body: { email, password }, headers })).toBe(
    'session.csrf',
  );
});

it('limits tries to sign in per address, whatever the cookie', async () => {
  const limited = await startApi(inject('superuser'), { limits: { requestsPerMinute: 1000, signInsPerMinute: 3 } });
  const tries = [];
  for (let n = 0; n < 4; n += 1) {
    const body = { email: 'lin@example.com', password: `guess number ${n}` };
    tries.push((await openBrowser(limited.app).ask('POST', '/auth/sign-in/email', { body })).status);
  }
  await limited.stop();
  expect(tries).toEqual([401, 401, 401, 429]);
});

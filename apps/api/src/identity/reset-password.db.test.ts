import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openBrowser, type Browser } from '../testing/browser.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

const NEW = 'quite another password';

let api: TestApi;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
});
afterAll(() => api.stop());

const ask = (email: string) => openBrowser(api.app).ask('POST', '/auth/request-password-reset', { body: { email } });
const reset = (token: string, password = NEW) =>
  openBrowser(api.app).faultOf('POST', '/auth/reset-password', { body: { token, password } });
const signIn = (browser: Browser, email: string, password: string) =>
  browser.ask('POST', '/auth/sign-in/email', { body: { email, password } });

it('answers the same for addresses with and without an account, and mails only the one', async () => {
  const { email } = await api.signUp('Mei');
  const [known, unknown] = [await ask(email), await ask('nobody@example.com')];
  expect([unknown.status, unknown.body, [...unknown.headers.keys()]]).toEqual([
    known.status,
    known.body,
    [...known.headers.keys()],
  ]);
  expect(await api.mailsTo(email)).toEqual(['reset']);
  expect(await api.mailsTo('nobody@example.com')).toEqual([]);
});

it('changes the password once, ends every session and forgets remembered browsers', async () => {
  const browser = await api.signUp('Tao');
  const { email, password } = browser;
  const guesses = async () => {
    for (let n = 0; n < 10; n += 1) await signIn(openBrowser(api.app), email, 'not the password');
  };
  await ask(email);
  const token = await api.mailedToken('reset', email);
  expect(await reset(token, 'short')).toBe('password.short');
  expect(await reset(token)).toBeUndefined();
  expect(await reset(token)).toBe('mail_link.expired');
  expect(await browser.faultOf('GET', '/v1/me')).toBe('session.missing');
  expect(await api.mailsTo(email)).toContain('password_changed');
  expect((await signIn(openBrowser(api.app), email, password)).status).toBe(401);
  await guesses();
  // Its cookie is of before: it waits with the strangers.
  expect((await signIn(browser, email, NEW)).status).toBe(429);
  api.clock.shift(3_600_000);
  expect((await signIn(browser, email, NEW)).status).toBe(200);
  await guesses();
  expect((await signIn(browser, email, NEW)).status).toBe(200);
});

it('lets the link hold for half an hour', async () => {
  const { email } = await api.signUp('Yun');
  await ask(email);
  const token = await api.mailedToken('reset', email);
  api.clock.shift(30 * 60_000);
  expect(await reset(token)).toBe('mail_link.expired');
});

import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openBrowser, type Browser } from '../testing/browser.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

const HOUR = 3_600_000;

let api: TestApi;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
});
afterAll(() => api.stop());

const tryIn = (browser: Browser, email: string, password = 'not the password') =>
  browser.ask('POST', '/auth/sign-in/email', { body: { email, password } });

/** Status and words of `count` wrong tries, each from a fresh browser. */
async function guess(email: string, count: number) {
  const answers = [];
  for (let n = 0; n < count; n += 1) {
    const { status, body } = await tryIn(openBrowser(api.app), email);
    answers.push([status, body['code'] ?? body['fault']]);
  }
  return answers;
}

it('checks ten wrong passwords of an account within an hour, whether the account exists or not', async () => {
  const { email, password } = await api.signUp('Hu');
  const known = await guess(email, 12);
  expect(known).toEqual([
    ...Array.from({ length: 10 }, () => [401, 'INVALID_EMAIL_OR_PASSWORD']),
    ...Array.from({ length: 2 }, () => [429, 'request.too_many']),
  ]);
  expect(await guess('nobody-at-all@example.com', 12)).toEqual(known);
  expect((await tryIn(openBrowser(api.app), email.toUpperCase(), password)).status).toBe(429);
  api.clock.shift(HOUR);
  expect((await tryIn(openBrowser(api.app), email, password)).status).toBe(200);
});

it('counts what is tried at the same time', async () => {
  const answers = await Promise.all(
    Array.from({ length: 25 }, () => tryIn(openBrowser(api.app), 'all-at-once@example.com')),
  );
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
});

it('lets the owner in from a browser that signed in before, while strangers guess', async () => {
  const owner = await api.signUp('Qiu');
  const { email, password } = owner;
  expect((await tryIn(owner, email, password)).status).toBe(200);
  await guess(email, 11);
  const answer = await tryIn(owner, email, password);
  expect(answer.status).toBe(200);
  const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('highwater.device='));
  expect(cookie).toMatch(/; HttpOnly; SameSite=Lax$/);
  expect((await tryIn(openBrowser(api.app), email, password)).status).toBe(429);
});

it('does not take the device of one account, or a forged one, for that of another', async () => {
  const thief = await api.signUp('Dao');
  const signedIn = await tryIn(thief, thief.email, thief.password);
  const cookie = signedIn.headers.getSetCookie().find((line) => line.startsWith('highwater.device=')) ?? '';
  const { email, password } = await api.signUp('Mu');
  await guess(email, 10);
  const [pair = ''] = cookie.split(';');
  for (const shown of [pair, `${pair.slice(0, -2)}AA`, 'highwater.device=a.b.c']) {
    const body = { email, password };
    const answer = await openBrowser(api.app).ask('POST', '/auth/sign-in/email', { body, headers: { cookie: shown } });
    expect(answer.status).toBe(429);
  }
});

it('does not count right passwords', async () => {
  const { email, password } = await api.signUp('Rui');
  for (let n = 0; n < 12; n += 1) expect((await tryIn(openBrowser(api.app), email, password)).status).toBe(200);
});

it('checks no password that comes in another form than the one counted', async () => {
  const { email, password } = await api.signUp('Bao');
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'highwater-csrf': '1',
    origin: 'http://127.0.0.1:4400',
  };
  const body = new URLSearchParams({ email, password }).toString();
  const answer = await api.app.request('/auth/sign-in/email', { method: 'POST', headers, body });
  expect(answer.status).toBe(422);
  expect(answer.headers.getSetCookie()).toEqual([]);
});

it('limits the wrong passwords of one address over many accounts, and keeps no row of ended tries', async () => {
  const signing = await startApi(inject('superuser'), { signInsPerHour: 4, portalSigningKey: new Uint8Array(32) });
  const from = async (address: string, email: string) => {
    const signature = createHmac('sha256', new Uint8Array(32)).update(address).digest('base64url');
    const headers = { 'highwater-client-address': address, 'highwater-client-signature': signature };
    const body = { email, password: 'not the password' };
    return (await openBrowser(signing.app).ask('POST', '/auth/sign-in/email', { body, headers })).status;
  };
  const tries = [];
  for (let n = 0; n < 6; n += 1) tries.push(await from('192.0.2.1', `person-${n}@example.com`));
  expect(tries).toEqual([401, 401, 401, 401, 429, 429]);
  expect(await from('192.0.2.2', 'person-9@example.com')).toBe(401);
  const count = async () => (await signing.identityRows<{ n: string }>('SELECT count(*) AS n FROM attempts'))[0]?.n;
  expect(await count()).toBe('7');
  signing.clock.shift(HOUR);
  expect(await from('192.0.2.3', 'person-10@example.com')).toBe(401);
  expect(await count()).toBe('2');
  await signing.stop();
});

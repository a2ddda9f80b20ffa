import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { makeCompany, inviteByMail } from '../testing/company.ts';
import { openBrowser } from '../testing/browser.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

const HOUR = 3_600_000;
const PASSWORD = 'a long enough password';

let api: TestApi;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
});
afterAll(() => api.stop());

const ask = (email: string) =>
  openBrowser(api.app).ask('POST', '/auth/sign-up/email', { body: { name: 'Lin', email } });
const complete = (token: string, password = PASSWORD) =>
  openBrowser(api.app).faultOf('POST', '/auth/sign-up/complete', { body: { token, password } });

it('answers the same whether an address has an account or not, and mails what is the case', async () => {
  const { email } = await api.signUp('Known');
  const [known, unknown] = [await ask(email.toUpperCase()), await ask('unknown@example.com')];
  expect(known).toMatchObject({ status: 200, body: { status: true } });
  expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
  expect([...unknown.headers.keys()]).toEqual([...known.headers.keys()]);
  expect(await api.mailsTo(email)).toEqual(['has_account']);
  expect(await api.mailsTo('unknown@example.com')).toEqual(['sign_up']);
});

it('makes no account before the mailed link is followed, and lets it be followed once, for a day', async () => {
  const email = 'fresh@example.com';
  await ask(email);
  const token = await api.mailedToken('sign_up', email);
  const signIn = () => openBrowser(api.app).ask('POST', '/auth/sign-in/email', { body: { email, password: PASSWORD } });
  expect((await signIn()).status).toBe(401);
  expect(await complete(token, 'too short')).toBe('password.short');
  expect(await complete(token)).toBeUndefined();
  expect(await complete(token)).toBe('mail_link.expired');
  expect((await signIn()).status).toBe(200);
  const [user] = await api.identityRows<{ emailVerified: boolean }>(
    `SELECT "emailVerified" FROM "user" WHERE email = '${email}'`,
  );
  expect(user?.emailVerified).toBe(true);

  await ask('late@example.com');
  const late = await api.mailedToken('sign_up', 'late@example.com');
  api.clock.shift(24 * HOUR);
  expect(await complete(late)).toBe('mail_link.expired');
});

it('ends an older link by a newer mail, and sends three an hour without saying so', async () => {
  const email = 'again@example.com';
  await ask(email);
  const first = await api.mailedToken('sign_up', email);
  for (let n = 0; n < 4; n += 1) expect((await ask(email)).status).toBe(200);
  const last = await api.mailedToken('sign_up', email);
  expect(await complete(first)).toBe('mail_link.expired');
  expect(await complete(last)).toBeUndefined();
  const rows = await api.identityRows<{ n: string }>(
    "SELECT coalesce(max(cardinality(tried_at)), 0) AS n FROM attempts WHERE kind = 'mail'",
  );
  expect(rows[0]?.n).toBe(3);
});

it('takes an invitation for the proof of its address', async () => {
  const { owner, tenantId } = await makeCompany(api);
  const email = 'invited@example.com';
  const token = await inviteByMail(api, owner, tenantId, email, { role: 'admin', employees: [] });
  const invited = openBrowser(api.app);
  const body = { token, name: 'Invited', password: PASSWORD };
  expect(await invited.faultOf('POST', '/auth/sign-up/invited', { body: { ...body, token: 'none' } })).toBe(
    'thing.missing',
  );
  expect((await invited.ask('POST', '/auth/sign-up/invited', { body })).status).toBe(200);
  expect((await invited.ask('GET', '/v1/me')).body).toMatchObject({ user: { email, name: 'Invited' } });
  expect(await invited.faultOf('POST', '/auth/sign-up/invited', { body })).toBe('member.exists');
  expect((await invited.ask('POST', '/v1/invitations/accept', { body: { token } })).body).toEqual({ tenantId });
});

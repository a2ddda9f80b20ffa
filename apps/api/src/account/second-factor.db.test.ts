import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { appCode } from '../testing/app-code.ts';
import { openBrowser, type Browser } from '../testing/browser.ts';
import { joinCompany, makeCompany } from '../testing/company.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

const MINUTE = 60_000;

let api: TestApi;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
});
afterAll(() => api.stop());

/** Sets up an authenticator app; its secret, and the recovery codes. The next half minute's code is free. */
async function enrol(browser: Browser): Promise<{ secret: string; codes: readonly string[] }> {
  const offer = await browser.ask<{ secret: string; uri: string }>('POST', '/v1/me/totp');
  expect(offer.body.uri).toContain(`secret=${offer.body.secret}`);
  const code = await appCode(offer.body.secret, -1);
  const confirmed = await browser.ask<{ codes: string[] }>('POST', '/v1/me/totp/confirm', { body: { code } });
  expect(confirmed.status).toBe(200);
  return { secret: offer.body.secret, codes: confirmed.body.codes };
}

const begin = async ({ email, password }: Browser, browser = openBrowser(api.app)) => {
  const answer = await browser.ask('POST', '/auth/sign-in/email', { body: { email, password } });
  return { browser, answer };
};
const showCode = (browser: Browser, code: string) =>
  browser.ask('POST', '/auth/two-factor/verify-totp', { body: { code } });
const showRecovery = (browser: Browser, code: string) =>
  browser.ask('POST', '/auth/two-factor/verify-backup-code', { body: { code } });
const prove = (browser: Browser, proof: string) => browser.faultOf('POST', '/v1/me/proof', { body: { proof } });

it('asks for a code of the app after the password, and takes each code once', async () => {
  const person = await api.signUp('Ann');
  const elsewhere = (await begin(person)).browser;
  const { secret, codes } = await enrol(person);
  expect(codes).toHaveLength(10);
  expect(await elsewhere.faultOf('GET', '/v1/me')).toBe('session.missing');
  expect(await api.mailsTo(person.email)).toContain('factor_added');

  const { browser, answer } = await begin(person);
  expect(answer).toMatchObject({ status: 200, body: { twoFactorRedirect: true, methods: ['totp'] } });
  expect(await browser.faultOf('GET', '/v1/me')).toBe('session.missing');
  expect((await showCode(browser, await appCode(secret, -1))).status).toBe(401);
  const code = await appCode(secret);
  const opened = await showCode(browser, code);
  expect(opened.status).toBe(200);
  expect(JSON.stringify(opened.body)).not.toContain('token');
  expect((await browser.ask('GET', '/v1/me')).status).toBe(200);
  const again = (await begin(person)).browser;
  expect((await showCode(again, code)).status).toBe(401);
});

it('takes each recovery code once, in whatever writing, and counts those left', async () => {
  const person = await api.signUp('Ben');
  const { codes } = await enrol(person);
  const [first = '', second = ''] = codes;
  const { browser } = await begin(person);
  expect((await showRecovery(browser, 'aaaaa-aaaaa')).status).toBe(401);
  expect((await showRecovery(browser, first.toUpperCase().replace('-', ' '))).status).toBe(200);
  expect((await browser.ask('GET', '/v1/me/security')).body).toMatchObject({ recoveryCodesLeft: 9 });
  expect((await showRecovery((await begin(person)).browser, first)).status).toBe(401);
  expect(await api.mailsTo(person.email)).toContain('recovery_used');
  const renewed = await browser.ask<{ codes: string[] }>('POST', '/v1/me/recovery-codes');
  expect(renewed.body.codes).toHaveLength(10);
  expect((await showRecovery((await begin(person)).browser, second)).status).toBe(401);
  const stored = await api.identityRows<{ hashes: string; secret: string }>(
    'SELECT "backupCodes" AS hashes, secret FROM second_factor',
  );
  const text = JSON.stringify(stored);
  for (const code of [...codes, ...renewed.body.codes]) expect(text).not.toContain(code);
});

it('checks ten wrong codes of an account within an hour, whatever the challenge, and lets a known browser in', async () => {
  const person = await api.signUp('Cai');
  const { secret } = await enrol(person);
  const statuses = [];
  for (let n = 0; n < 12; n += 1) {
    const { browser } = await begin(person);
    statuses.push(
      (n % 2 === 0 ? await showCode(browser, '000000') : await showRecovery(browser, 'aaaaa-aaaaa')).status,
    );
  }
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429]);
  const stranger = (await begin(person)).browser;
  expect((await showCode(stranger, await appCode(secret))).status).toBe(429);
  const known = (await begin(person, person)).browser;
  expect((await showCode(known, await appCode(secret))).status).toBe(200);
});

it('checks no code without a password before it, and none beside a session', async () => {
  const person = await api.signUp('Dan');
  const { secret } = await enrol(person);
  expect((await showCode(openBrowser(api.app), await appCode(secret))).status).toBe(401);
  expect((await showCode(person, await appCode(secret))).status).toBe(401);
});

it('changes an account only for who showed password or factor lately', async () => {
  const person = await api.signUp('Eva');
  api.clock.shift(11 * MINUTE);
  const attempts = [
    ['POST', '/v1/me/totp'],
    ['GET', '/auth/passkey/generate-register-options'],
    ['PUT', '/v1/me/password', { password: 'quite another password' }],
  ] as const;
  for (const [method, path, body] of attempts) {
    expect(await person.faultOf(method, path, body === undefined ? {} : { body })).toBe('proof.needed');
  }
  expect(await prove(person, 'not the password')).toBe('proof.wrong');
  expect(await prove(person, person.password)).toBeUndefined();
  const { secret } = await enrol(person);
  api.clock.shift(11 * MINUTE);
  expect(await person.faultOf('DELETE', '/v1/me/totp')).toBe('proof.needed');
  expect(await prove(person, await appCode(secret))).toBeUndefined();
  expect(await person.faultOf('DELETE', '/v1/me/totp')).toBeUndefined();
  expect((await begin(person)).answer.body).toMatchObject({ user: { email: person.email } });
  expect((await person.ask('GET', '/v1/me/security')).body).toMatchObject({ totpSince: null, recoveryCodesLeft: 0 });
});

it('removes a factor only after a proof since the sign-in, and stops ten wrong ones', async () => {
  const person = await api.signUp('Fei');
  const { secret } = await enrol(person);
  const { browser } = await begin(person);
  await showCode(browser, await appCode(secret));
  expect(await browser.faultOf('DELETE', '/v1/me/totp')).toBe('proof.needed');
  for (let n = 0; n < 10; n += 1) expect(await prove(browser, `wrong ${n}`)).toBe('proof.wrong');
  expect(await prove(browser, person.password)).toBe('request.too_many');
});

it('changes the password, ends the other sessions and says so by mail', async () => {
  const person = await api.signUp('Gao');
  const elsewhere = (await begin(person)).browser;
  const body = { password: 'quite another password' };
  expect(await person.faultOf('PUT', '/v1/me/password', { body: { password: 'short' } })).toBe('password.short');
  expect((await person.ask('PUT', '/v1/me/password', { body })).status).toBe(204);
  expect(await elsewhere.faultOf('GET', '/v1/me')).toBe('session.missing');
  expect((await person.ask('GET', '/v1/me')).status).toBe(200);
  expect((await begin(person)).answer.status).toBe(401);
  expect((await begin({ ...person, ...body })).answer.status).toBe(200);
  expect(await api.mailsTo(person.email)).toContain('password_changed');
});

it('keeps everybody without a second factor out of a company that demands one, and out of no other', async () => {
  const strict = await makeCompany(api, '严格');
  const rule = '/v1/settings/second-factor';
  const demand = (browser: Browser) => browser.faultOf('PUT', rule, { body: { required: true } });
  expect(await demand(strict.viewer)).toBe('permission.missing');
  expect(await demand(strict.owner)).toBe('factor.own_first');
  await enrol(strict.owner);
  expect(await demand(strict.owner)).toBeUndefined();
  expect((await strict.owner.ask('GET', rule)).body).toEqual({ required: true, mayChange: true });
  expect((await strict.owner.ask('GET', '/v1/overview')).status).toBe(200);

  const { viewer, tenantId } = strict;
  const headers = { 'highwater-tenant': tenantId };
  for (const path of ['/v1/overview', '/v1/messages/search?q=a', '/v1/people', rule]) {
    expect(await viewer.faultOf('GET', path, { headers })).toBe('factor.required');
    expect(await viewer.faultOf('GET', path)).toBe('factor.required');
  }
  const me = await viewer.ask('GET', '/v1/me');
  expect(me.body).toMatchObject({ tenant: null, factorRequired: { tenantId, name: '严格' } });
  const open = await viewer.ask<{ tenantId: string }>('POST', '/v1/me/companies', {
    body: { name: '宽松', zone: 'UTC', language: 'en' },
  });
  expect((await viewer.ask('GET', '/v1/me')).body).toMatchObject({ tenant: { tenantId: open.body.tenantId } });
  await enrol(viewer);
  expect((await viewer.ask('GET', '/v1/me', { headers })).body).toMatchObject({ tenant: { tenantId } });
});

it('lets an owner with a factor reset that of a member of this company alone, and tells them', async () => {
  const { owner, admin, viewer } = await makeCompany(api, '重置');
  const memberId = async (browser: Browser) => (await browser.ask<{ memberId: string }>('GET', '/v1/me')).body.memberId;
  const path = `/v1/members/${await memberId(viewer)}/factor-reset`;
  await enrol(viewer);
  expect(await admin.faultOf('POST', path)).toBe('permission.missing');
  expect(await owner.faultOf('POST', path)).toBe('factor.own_first');
  await enrol(owner);
  expect(await owner.faultOf('POST', `/v1/members/${await memberId(owner)}/factor-reset`)).toBe('request.conflict');
  const other = await makeCompany(api, '别家');
  expect(await other.owner.faultOf('POST', path)).toBe('factor.own_first');
  expect((await owner.ask('POST', path)).status).toBe(204);
  expect(await viewer.faultOf('GET', '/v1/me')).toBe('session.missing');
  expect(await api.mailsTo(viewer.email)).toContain('factor_reset');
  expect((await begin(viewer)).answer.body).toMatchObject({ user: { email: viewer.email } });
  const { body } = await owner.ask<{ items: { event: string }[] }>('GET', '/v1/audit');
  expect(body.items.map(({ event }) => event)).toContain('factor.reset');

  const shared = await joinCompany(
    api,
    owner,
    (await owner.ask<{ tenant: { tenantId: never } }>('GET', '/v1/me')).body.tenant.tenantId,
    {
      role: 'admin',
      employees: [],
    },
  );
  await shared.ask('POST', '/v1/me/companies', { body: { name: '第二家', zone: 'UTC', language: 'en' } });
  const oldest = (await shared.ask<{ memberId: string }>('GET', '/v1/me')).body.memberId;
  expect(await owner.faultOf('POST', `/v1/members/${oldest}/factor-reset`)).toBe('factor.shared');
});

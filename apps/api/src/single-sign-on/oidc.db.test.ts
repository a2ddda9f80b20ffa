import { createOutbound } from '@highwater/outbound';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, type Browser } from '../testing/browser.ts';
import { inviteByMail, type Company } from '../testing/company.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { makeCompanyWithDomain, pathOf, type Records } from './testing/connect-company.ts';
import { startForgedProvider, type ForgedProvider } from './testing/forged-provider.ts';
import { CLIENT, startOidcStand, type OidcStand } from './testing/oidc-stand.ts';

interface SignOn {
  readonly signOnId: string;
  readonly redirectUrl: string;
  readonly test: { email: string | null; problem: string | null } | null;
}

const REFUSED = 'http://127.0.0.1:4400/sign-in?refused=single_sign_on.refused';
const HOME = 'http://127.0.0.1:4400/';
const records: Records = new Map();

let stand: OidcStand;
let forged: ForgedProvider;
let api: TestApi;
let company: Company;
let others: Company;
let ofCompany: SignOn;
/** The company's provider that says what a test wants. */
let ofOthers: SignOn;

const settings = (browser: Browser, { signOnId }: SignOn, body: object) =>
  browser.ask('PUT', `/v1/single-sign-on/connections/${signOnId}`, { body });

async function begin(browser: Browser, body: object): Promise<string> {
  const begun = await browser.ask<{ url: string }>('POST', '/auth/single-sign-on/start', { body });
  expect(begun.status).toBe(200);
  return begun.body.url;
}

async function connect(owner: Browser, issuer: string, signIn: (url: string) => Promise<URL>): Promise<SignOn> {
  const body = { name: '公司账号', issuer, ...CLIENT };
  const made = await owner.ask<SignOn>('POST', '/v1/single-sign-on/oidc', { body });
  expect(made.status).toBe(201);
  stand.allow(made.body.redirectUrl);
  expect(await owner.faultOf('POST', `/v1/single-sign-on/connections/${made.body.signOnId}/enable`)).toBe(
    'single_sign_on.untested',
  );
  const back = await signIn(await begin(owner, { test: made.body.signOnId }));
  const tested = await owner.ask('GET', pathOf(back));
  expect(tested.headers.get('location')).toBe('http://127.0.0.1:4400/settings/single-sign-on?test=passed');
  expect((await owner.ask('POST', `/v1/single-sign-on/connections/${made.body.signOnId}/enable`)).status).toBe(200);
  return made.body;
}

/** Where a browser ends that signs in with this domain. */
async function signIn(
  domain: string,
  browser = openBrowser(api.app),
): Promise<{ browser: Browser; to: string | null }> {
  const back = await stand.authorise(await begin(browser, { email: `anybody@${domain}` }));
  const ended = await browser.ask('GET', pathOf(back));
  return { browser, to: ended.headers.get('location') };
}

const lastProblem = async (owner: Browser): Promise<unknown> => {
  const { body } = await owner.ask<{ items: { event: string; detail: { problem?: string } }[] }>('GET', '/v1/audit');
  return body.items.find(({ event }) => event === 'single_sign_on.refused')?.detail.problem;
};

beforeAll(async () => {
  [stand, forged] = await Promise.all([
    startOidcStand({ subject: 'tester', email: 'tester@orchard.example' }),
    startForgedProvider(),
  ]);
  api = await startApi(inject('superuser'), {
    outbound: createOutbound({ named: [stand.host, forged.host] }),
    domainRecords: { listTexts: async (name) => records.get(name) ?? [] },
  });
  company = await makeCompanyWithDomain(api, records, 'orchard.example');
  others = await makeCompanyWithDomain(api, records, 'tea.example');
  ofCompany = await connect(company.owner, stand.issuer, (url) => stand.authorise(url));
  forged.next = { claims: { email: 'tester@tea.example' } };
  ofOthers = await connect(others.owner, forged.issuer, async (url) => forged.comeBack(url));
});
afterAll(async () => {
  await Promise.all([api?.stop(), stand?.stop(), forged?.stop()]);
});

describe('a company with an OpenID provider', () => {
  it('lets nobody in whom it did not invite', async () => {
    stand.account = { subject: 'lin', email: 'lin@orchard.example' };
    expect((await signIn('orchard.example')).to).toBe(REFUSED);
    expect(await lastProblem(company.owner)).toBe('not_invited');
  });

  it('lets in by the link of an invitation, and afterwards by the domain, into this company alone', async () => {
    stand.account = { subject: 'kai', email: 'kai@orchard.example', name: '赵凯' };
    const invitation = { role: 'viewer', employees: ['linxiaoyu'] } as const;
    const token = await inviteByMail(api, company.owner, company.tenantId, 'kai@orchard.example', invitation);
    const browser = openBrowser(api.app);
    const back = await stand.authorise(await begin(browser, { invitation: token }));
    expect((await browser.ask('GET', pathOf(back))).headers.get('location')).toBe(HOME);
    const me = await browser.ask('GET', '/v1/me');
    expect(me.body).toMatchObject({ role: 'viewer', tenant: { tenantId: company.tenantId } });
    expect(me.body['user']).toEqual({ name: '赵凯', email: 'kai@orchard.example' });

    const again = await signIn('orchard.example');
    expect(again.to).toBe(HOME);
    expect((await again.browser.ask('GET', '/v1/me')).body['memberId']).toBe(me.body['memberId']);
    const rows = await api.identityRows<{ email: string }>(`SELECT email FROM "user" WHERE email LIKE '%sso.invalid'`);
    expect(JSON.stringify(rows)).not.toContain('kai');
    const named = { headers: { 'highwater-tenant': others.tenantId } };
    expect(await again.browser.faultOf('GET', '/v1/overview', named)).toBe('thing.missing');
  });

  it('has sessions that change no account, make no company and accept no invitation elsewhere', async () => {
    stand.account = { subject: 'kai', email: 'kai@orchard.example' };
    const { browser } = await signIn('orchard.example');
    const beginning = { name: 'x', zone: 'UTC', language: 'en' };
    expect(await browser.faultOf('POST', '/v1/me/companies', { body: beginning })).toBe('single_sign_on.only');
    expect(await browser.faultOf('GET', '/auth/passkey/generate-register-options')).toBe('single_sign_on.only');
    const invitation = { role: 'viewer', employees: ['boss'] } as const;
    const token = await inviteByMail(api, others.owner, others.tenantId, 'kai@orchard.example', invitation);
    expect(await browser.faultOf('POST', '/v1/invitations/accept', { body: { token } })).toBe(
      'invitation.wrong_person',
    );
  });

  it('takes whoever the provider vouches for, once the company says so, with a role that sees nothing', async () => {
    stand.account = { subject: 'mei', email: 'mei@orchard.example' };
    await settings(company.owner, ofCompany, { joinsAs: 'viewer', isRequired: false });
    const { browser, to } = await signIn('orchard.example');
    await settings(company.owner, ofCompany, { joinsAs: null, isRequired: false });
    expect(to).toBe(HOME);
    expect((await browser.ask('GET', '/v1/me')).body).toMatchObject({ role: 'viewer', scope: { kind: 'none' } });
  });

  it('gives nobody a role above that', async () => {
    for (const joinsAs of ['owner', 'admin', 'compliance', 'custom']) {
      expect((await settings(company.owner, ofCompany, { joinsAs, isRequired: false })).status).toBe(422);
    }
    expect((await settings(company.viewer, ofCompany, { joinsAs: null, isRequired: false })).status).toBe(403);
    expect((await settings(others.owner, ofCompany, { joinsAs: null, isRequired: false })).status).toBe(404);
  });

  it('refuses a code twice, and a state in another browser', async () => {
    stand.account = { subject: 'kai', email: 'kai@orchard.example' };
    const browser = openBrowser(api.app);
    const back = pathOf(await stand.authorise(await begin(browser, { email: 'x@orchard.example' })));
    const stranger = openBrowser(api.app);
    await begin(stranger, { email: 'x@orchard.example' });
    expect((await stranger.ask('GET', back)).headers.get('location')).toBe(REFUSED);
    expect(await lastProblem(company.owner)).toBe('browser');
    expect((await browser.ask('GET', back)).headers.get('location')).toBe(HOME);
    expect((await browser.ask('GET', back)).headers.get('location')).toBe(REFUSED);
  });

  it('refuses what comes too late, or to the address of another connection', async () => {
    const browser = openBrowser(api.app);
    const back = pathOf(await stand.authorise(await begin(browser, { email: 'x@orchard.example' })));
    const elsewhere = back.replace(ofCompany.signOnId, ofOthers.signOnId);
    expect((await browser.ask('GET', elsewhere)).headers.get('location')).toBe(REFUSED);
    api.clock.shift(11 * 60_000);
    expect((await browser.ask('GET', back)).headers.get('location')).toBe(REFUSED);
    api.clock.shift(-11 * 60_000);
  });

  it('does not let a removed member come back by signing in', async () => {
    stand.account = { subject: 'kai', email: 'kai@orchard.example' };
    const { browser } = await signIn('orchard.example');
    const { memberId } = (await browser.ask<{ memberId: string }>('GET', '/v1/me')).body;
    await settings(company.owner, ofCompany, { joinsAs: 'viewer', isRequired: false });
    expect((await company.owner.ask('DELETE', `/v1/members/${memberId}`)).status).toBe(204);
    expect(await browser.faultOf('GET', '/v1/overview')).toBe('tenant.none');
    expect((await signIn('orchard.example')).to).toBe(REFUSED);
    expect(await lastProblem(company.owner)).toBe('removed');
    await settings(company.owner, ofCompany, { joinsAs: null, isRequired: false });
  });
});

describe('a provider that says what it may not', () => {
  it.each([
    ['of another issuer', { claims: { iss: 'https://accounts.example' } }],
    ['for another audience', { claims: { aud: 'somebody-else' } }],
    ['that is over', { claims: { exp: 1_700_000_000 } }],
    ['for another sign-in', { claims: { nonce: 'another' } }],
    ['that it did not sign', { claims: {}, signed: false }],
    ['without an address', { claims: { email: undefined } }],
    ['with an address that it did not verify', { claims: { email_verified: false } }],
    ['with an address of another domain', { claims: { email: 'x@elsewhere.example' } }],
  ])('has a token refused %s', async (_what, next) => {
    await settings(others.owner, ofOthers, { joinsAs: 'viewer', isRequired: false });
    forged.next = { ...next, claims: { email: 'eve@tea.example', sub: 'eve', ...next.claims } };
    const browser = openBrowser(api.app);
    const back = forged.comeBack(await begin(browser, { email: 'x@tea.example' }));
    expect((await browser.ask('GET', pathOf(back))).headers.get('location')).toBe(REFUSED);
    expect(await browser.faultOf('GET', '/v1/me')).toBe('session.missing');
  });

  it('says nothing about the owner of another company that it does not say of an address that nobody has', async () => {
    const answers = [];
    for (const email of [company.owner.email, 'nobody-at-all@example.com']) {
      forged.next = { claims: { email, sub: 'the same subject' } };
      const browser = openBrowser(api.app);
      const back = forged.comeBack(await begin(browser, { email: 'x@tea.example' }));
      const { status, headers, body } = await browser.ask('GET', pathOf(back));
      const told = [...headers].filter(([name]) => name !== 'highwater-request');
      answers.push({ status, told, body, me: await browser.faultOf('GET', '/v1/me') });
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ status: 303, me: 'session.missing' });
  });

  it('is not the provider of another company, whose subjects it may name', async () => {
    stand.account = { subject: 'mei', email: 'mei@orchard.example' };
    forged.next = { claims: { sub: 'mei', email: 'mei@tea.example' } };
    const browser = openBrowser(api.app);
    const back = forged.comeBack(await begin(browser, { email: 'x@tea.example' }));
    expect((await browser.ask('GET', pathOf(back))).headers.get('location')).toBe(HOME);
    const me = await browser.ask('GET', '/v1/me');
    expect(me.body).toMatchObject({ tenant: { tenantId: others.tenantId }, tenants: [{ tenantId: others.tenantId }] });
  });
});

describe('signing in by domain', () => {
  it('tells a domain, and never an address, from one that nobody signs in with', async () => {
    const browser = openBrowser(api.app);
    for (const email of ['boss@nowhere.example', company.owner.email, 'orchard', '', 'x@ORCHARD.example.']) {
      expect(await browser.faultOf('POST', '/auth/single-sign-on/start', { body: { email } })).toBe(
        'single_sign_on.unknown',
      );
    }
    const known = await begin(browser, { email: 'someone@ORCHARD.example' });
    expect(new URL(known).host).toBe(stand.host);
  });

  it('needs the domain proven, by one company only', async () => {
    const added = await others.owner.ask<{ recordName: string; record: string }>('POST', '/v1/single-sign-on/domains', {
      body: { domain: 'Orchard.example' },
    });
    const prove = () => others.owner.faultOf('POST', '/v1/single-sign-on/domains/orchard.example/prove');
    expect(await prove()).toBe('domain.unproven');
    records.set(added.body.recordName, [added.body.record]);
    expect(await prove()).toBe('domain.taken');
    expect(await company.admin.faultOf('POST', '/v1/single-sign-on/domains/tea.example/prove')).toBe('thing.missing');
  });

  it('can be demanded of everybody but owners', async () => {
    const invitation = { role: 'viewer', employees: ['linxiaoyu'] } as const;
    const person = await api.signUp('Ordinary');
    const token = await inviteByMail(api, company.owner, company.tenantId, person.email, invitation);
    expect(await person.faultOf('POST', '/v1/invitations/accept', { body: { token } })).toBeUndefined();
    // Their domain is proven by the company from here on.
    await company.owner.ask('POST', '/v1/single-sign-on/domains', { body: { domain: 'example.com' } });
    const { body } = await company.owner.ask<{ domains: { domain: string; recordName: string; record: string }[] }>(
      'GET',
      '/v1/single-sign-on',
    );
    const domain = body.domains.find((one) => one.domain === 'example.com');
    records.set(domain?.recordName ?? '', [domain?.record ?? '']);
    await company.owner.ask('POST', '/v1/single-sign-on/domains/example.com/prove');
    expect(await person.faultOf('GET', '/v1/overview')).toBeUndefined();
    await settings(company.owner, ofCompany, { joinsAs: null, isRequired: true });
    expect(await person.faultOf('GET', '/v1/overview')).toBe('single_sign_on.required');
    expect(await company.owner.faultOf('GET', '/v1/overview')).toBeUndefined();
    await settings(company.owner, ofCompany, { joinsAs: null, isRequired: false });
    await company.owner.ask('DELETE', '/v1/single-sign-on/domains/example.com');
  });
});

it('ends the sessions of a provider that is switched off, and begins none', async () => {
  stand.account = { subject: 'mei', email: 'mei@orchard.example' };
  const { browser } = await signIn('orchard.example');
  const late = openBrowser(api.app);
  const back = await stand.authorise(await begin(late, { email: 'x@orchard.example' }));
  await company.owner.ask('POST', `/v1/single-sign-on/connections/${ofCompany.signOnId}/disable`);
  expect(await browser.faultOf('GET', '/v1/me')).toBe('session.missing');
  expect((await late.ask('GET', pathOf(back))).headers.get('location')).toBe(REFUSED);
  expect(await late.faultOf('POST', '/auth/single-sign-on/start', { body: { email: 'x@orchard.example' } })).toBe(
    'single_sign_on.unknown',
  );
});

it('asks no host that is not of the open internet', async () => {
  for (const issuer of ['https://127.0.0.1', 'http://provider.example', 'https://169.254.169.254', 'https://[::1]']) {
    const body = { name: 'x', issuer, ...CLIENT };
    expect(await company.owner.faultOf('POST', '/v1/single-sign-on/oidc', { body })).toBe('host.refused');
  }
});

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, type Browser } from '../testing/browser.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import type { Company } from '../testing/company.ts';
import { makeCompanyWithDomain, pathOf, type Records } from './testing/connect-company.ts';
import { makeSamlStand, type Assertion, type SamlStand } from './testing/saml-stand.ts';

interface SignOn {
  readonly signOnId: string;
  readonly acsUrl: string;
}

const REFUSED = 'http://127.0.0.1:4400/sign-in?refused=single_sign_on.refused';
const HOME = 'http://127.0.0.1:4400/';
const records: Records = new Map();
const LIN = { subject: 'lin', email: 'lin@orchard.example' };

let stand: SamlStand;
let api: TestApi;
let company: Company;
let others: Company;
let signOn: SignOn;

async function begin(browser: Browser, body: object = { email: 'x@orchard.example' }): Promise<string> {
  return (await browser.ask<{ url: string }>('POST', '/auth/single-sign-on/start', { body })).body.url;
}

/** Posts a response as the provider's page does: from its site, and so without cookies. */
async function post(response: string, relayState: string, path = pathOf(signOn.acsUrl)): Promise<string> {
  const answer = await api.app.request(path, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'https://idp.example',
      'sec-fetch-site': 'cross-site',
    },
    body: new URLSearchParams({ SAMLResponse: response, RelayState: relayState }).toString(),
  });
  return answer.headers.get('location') ?? `${answer.status}`;
}

/** Where a browser ends whose provider asserts this. */
async function signIn(assertion: Assertion, browser = openBrowser(api.app)): Promise<string | null> {
  const { response, relayState } = await stand.respond(await begin(browser), assertion);
  const next = await post(response, relayState);
  if (!next.includes('/finish?')) return next;
  return (await browser.ask('GET', pathOf(next))).headers.get('location');
}

async function lastProblem(): Promise<unknown> {
  const { body } = await company.owner.ask<{ items: { event: string; detail: { problem?: string } }[] }>(
    'GET',
    '/v1/audit',
  );
  return body.items.find(({ event }) => event === 'single_sign_on.refused')?.detail.problem;
}

beforeAll(async () => {
  stand = makeSamlStand();
  api = await startApi(inject('superuser'), {
    domainRecords: { listTexts: async (name) => records.get(name) ?? [] },
  });
  company = await makeCompanyWithDomain(api, records, 'orchard.example');
  others = await makeCompanyWithDomain(api, records, 'tea.example');
  const { owner } = company;
  const body = { name: '公司账号', metadata: stand.metadata };
  const made = await owner.ask<SignOn>('POST', '/v1/single-sign-on/saml', { body });
  signOn = made.body;
  const { response, relayState } = await stand.respond(await begin(owner, { test: signOn.signOnId }), LIN);
  const tested = await owner.ask('GET', pathOf(await post(response, relayState)));
  if (tested.headers.get('location')?.endsWith('test=passed') !== true) throw new Error('The test did not pass.');
  await owner.ask('POST', `/v1/single-sign-on/connections/${signOn.signOnId}/enable`);
  await owner.ask('PUT', `/v1/single-sign-on/connections/${signOn.signOnId}`, {
    body: { joinsAs: 'viewer', isRequired: false },
  });
});
afterAll(() => api?.stop());

describe('a company with a SAML provider', () => {
  it('lets in whom its provider asserts', async () => {
    const browser = openBrowser(api.app);
    expect(await signIn(LIN, browser)).toBe(HOME);
    expect((await browser.ask('GET', '/v1/me')).body).toMatchObject({
      user: { email: LIN.email },
      tenants: [{ tenantId: company.tenantId }],
      role: 'viewer',
    });
  });

  it.each([
    ['for another audience', { audience: 'https://other.example' }, 'audience'],
    ['of another issuer', { issuer: 'https://other.example' }, 'issuer'],
    ['in answer to another request', { inResponseTo: '_another' }, 'response'],
    ['that is over', { until: -120_000 }, 'expired'],
    ['that is not valid yet', { notBefore: 600_000, until: 900_000 }, 'expired'],
    ['that a stranger signed', { signedBy: 'stranger' }, 'signature'],
    ['that nobody signed', { signedBy: 'nobody' }, 'signature'],
    [
      'with a subject for this once',
      { subjectFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient' },
      'subject',
    ],
    ['with an address of another domain', { email: 'x@elsewhere.example' }, 'domain'],
  ] as const)('refuses an assertion %s', async (_what, wrong, problem) => {
    const browser = openBrowser(api.app);
    expect(await signIn({ ...LIN, ...wrong }, browser)).toBe(REFUSED);
    expect(await browser.faultOf('GET', '/v1/me')).toBe('session.missing');
    expect(await lastProblem()).toBe(problem);
  });

  it.each(['before', 'inside'] as const)('refuses a forged assertion wrapped %s the signed one', async (where) => {
    const browser = openBrowser(api.app);
    const { response, relayState } = await stand.respond(await begin(browser), LIN);
    const xml = Buffer.from(response, 'base64').toString('utf8');
    const signed = /<saml:Assertion[\s\S]*<\/saml:Assertion>/.exec(xml)?.[0] ?? '';
    const forged = signed
      .replace(/<ds:Signature[\s\S]*<\/ds:Signature>/, '')
      .replace(/ID="[^"]+"/, 'ID="_forged"')
      .replaceAll(LIN.subject, 'boss');
    const wrapped =
      where === 'before'
        ? xml.replace(signed, `${forged}${signed}`)
        : xml.replace(
            signed,
            forged.replace('<saml:Subject>', `<samlp:Extensions>${signed}</samlp:Extensions><saml:Subject>`),
          );
    expect(wrapped).not.toBe(xml);
    expect(await post(Buffer.from(wrapped).toString('base64'), relayState)).toBe(REFUSED);
  });

  it('refuses a comment that cuts a subject in two, or a document with a DTD', async () => {
    const browser = openBrowser(api.app);
    const { response, relayState } = await stand.respond(await begin(browser), { ...LIN, subject: 'lin.evil' });
    const xml = Buffer.from(response, 'base64').toString('utf8').replace('lin.evil', 'lin<!-- -->.evil');
    const next = await post(Buffer.from(xml).toString('base64'), relayState);
    const to = next.includes('/finish?') ? (await browser.ask('GET', pathOf(next))).headers.get('location') : next;
    // The comment is no part of what is signed: the whole subject counts, or nothing does.
    const { body } = await company.owner.ask<{ items: { event: string; detail: { joined?: string } }[] }>(
      'GET',
      '/v1/audit',
    );
    expect([REFUSED, HOME]).toContain(to);
    if (to === HOME) expect(body.items[0]?.detail.joined).toBe('role');
    const withDtd = `<!DOCTYPE x [<!ENTITY e "lin">]>${xml}`;
    const again = await stand.respond(await begin(browser), LIN);
    expect(await post(Buffer.from(withDtd).toString('base64'), again.relayState)).toBe(REFUSED);
  });

  it('takes a response once, from the browser that began', async () => {
    const [browser, stranger] = [openBrowser(api.app), openBrowser(api.app)];
    await begin(stranger);
    const { response, relayState } = await stand.respond(await begin(browser), LIN);
    const next = pathOf(await post(response, relayState));
    expect(await post(response, relayState)).toBe(REFUSED);
    expect((await stranger.ask('GET', next)).headers.get('location')).toBe(REFUSED);
    expect((await browser.ask('GET', next)).headers.get('location')).toBe(HOME);
    expect((await browser.ask('GET', next)).headers.get('location')).toBe(REFUSED);
  });

  it('takes nothing that was not asked for', async () => {
    const { response } = await stand.respond(await begin(openBrowser(api.app)), LIN);
    expect(await post(response, '')).toBe(REFUSED);
    expect(await post(response, 'a state of nobody')).toBe(REFUSED);
  });

  it('says nothing about the owner of another company that it does not say of an address that nobody has', async () => {
    const answers = [];
    for (const email of [others.owner.email, 'nobody-at-all@example.com']) {
      const browser = openBrowser(api.app);
      const { response, relayState } = await stand.respond(await begin(browser), { subject: 'same', email });
      const { status, headers, body } = await browser.ask('GET', pathOf(await post(response, relayState)));
      const told = [...headers].filter(([name]) => name !== 'highwater-request');
      answers.push({ status, told, body, me: await browser.faultOf('GET', '/v1/me') });
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ status: 303, me: 'session.missing' });
  });
});

it.each([
  ['no XML', 'hello'],
  ['a DTD', '<!DOCTYPE x><EntityDescriptor entityID="x"/>'],
  ['no provider', '<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="x"/>'],
])('refuses metadata with %s', async (_what, metadata) => {
  expect(await company.owner.faultOf('POST', '/v1/single-sign-on/saml', { body: { name: 'x', metadata } })).toBe(
    'provider.refused',
  );
});

it('refuses to fetch metadata from within', async () => {
  const body = { name: 'x', metadata: 'https://169.254.169.254/metadata' };
  expect(await company.owner.faultOf('POST', '/v1/single-sign-on/saml', { body })).toBe('host.refused');
});

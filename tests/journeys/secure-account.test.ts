import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { CHROMIUM_ARGS } from '../../infra/screenshots/open-browser.ts';
import { appCode } from './app-code.ts';
import { linkInMail } from './link-in-mail.ts';
import { meetStranger, t, type Stranger } from './stranger.ts';

const ready = inject('ready');
const mark = Date.now().toString(36);
const PERSON = { name: '孙玥', email: `sunyue-${mark}@journey.example`, password: '会当凌绝顶一览众山小-2026' };
const NEW_PASSWORD = '海内存知己天涯若比邻-2026';
const COMPANY = `云栖茶行${mark}`;

let browser: Browser;
let person: Stranger;
let key = '';
let recoveryCodes: string[] = [];

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: inject('chromium'), args: CHROMIUM_ARGS });
  // A name, not an address: passkeys belong to names.
  person = await meetStranger(browser, ready.portalUrl.replace('127.0.0.1', 'localhost'));
});
afterAll(() => browser?.close());

/** Chromium's own authenticator instead of a fingerprint. */
async function giveAuthenticator(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function signOut(): Promise<void> {
  await person.open('/account');
  await person.press(t('shell.signOut'));
  await person.page.waitForURL((url) => url.pathname.startsWith('/sign-in'));
}

async function showPassword(password: string): Promise<void> {
  await person.open('/sign-in');
  await person.fill(t('identity.email'), PERSON.email);
  await person.fill(t('identity.password'), password);
  await person.press(t('identity.signIn'));
}

async function showCode(code: string): Promise<void> {
  await person.page.waitForURL((url) => url.pathname === '/sign-in/code');
  await person.fill(t('identity.code'), code);
  await person.press(t('identity.confirmCode'));
}

const inside = () => person.page.waitForURL((url) => url.pathname === '/connect' || url.pathname === '/');

test('a mailed link makes the account and leads to the company', async () => {
  await person.open('/sign-up?lang=zh-CN');
  await person.fill(t('identity.name'), PERSON.name);
  await person.fill(t('identity.email'), PERSON.email);
  await person.press(t('identity.signUp'));
  await person.see(t('identity.mailSent'));
  const link = await linkInMail(person, PERSON.email, '/sign-up/');
  await person.open(new URL(link).pathname);
  await person.fill(t('identity.password'), PERSON.password);
  await person.press(t('identity.signUp'));
  await person.page.waitForURL('**/company');
  await person.fill(t('identity.companyName'), COMPANY);
  await person.press(t('identity.companyCreate'));
  await person.page.waitForURL('**/connect');
});

test('a company that is to demand a second factor asks its owner for their own first', async () => {
  await person.open('/settings/second-factor');
  await person.page.getByLabel(t('account.rule.required')).check();
  await person.press(t('account.rule.save'));
  await person.see(t('faults.factor.own_first.title'));
});

test('an authenticator app is set up, tried, and its recovery codes are shown', async () => {
  await person.open('/account');
  await person.press(t('account.totpSetUp'));
  key = (await person.page.getByLabel(t('account.totpSecret'), { exact: true }).textContent()) ?? '';
  expect(await person.page.getByRole('img', { name: t('account.totpPicture') }).isVisible()).toBe(true);
  await person.fill(t('account.totpCode'), '000000');
  await person.press(t('account.totpConfirm'));
  await person.see(t('account.totpCodeWrong'));
  await person.fill(t('account.totpCode'), appCode(key, -1));
  await person.press(t('account.totpConfirm'));
  await person.see(t('account.recoveryShownLead'));
  const shown = await person.page.getByLabel(t('account.recoveryCodes'), { exact: true }).textContent();
  recoveryCodes = (shown ?? '').split('\n');
  expect(recoveryCodes).toHaveLength(10);
  await person.open('/account');
  expect(await person.page.getByText(recoveryCodes[0] ?? '').count()).toBe(0);
});

test('from then on the company demands it, and signing in takes a code', async () => {
  await person.open('/settings/second-factor');
  await person.page.getByLabel(t('account.rule.required')).check();
  await person.press(t('account.rule.save'));
  await person.see(t('account.rule.saved'));
  await signOut();
  await showPassword(PERSON.password);
  await showCode('000000');
  await person.see(t('identity.refused.code'));
  await showCode(appCode(key));
  await inside();
});

test('a passkey signs in without a password', async () => {
  await giveAuthenticator(person.page);
  await person.open('/account');
  await person.fill(t('account.passkeyNameNew'), '办公室电脑');
  await person.press(t('account.passkeyAdd'));
  await person.see('办公室电脑');
  await person.page.waitForLoadState('load');
  await signOut();
  await person.press(t('account.passkeySignIn'));
  await inside();
  await person.open('/account');
  await person.see(t('account.sessionFactor.passkey'));
});

test('a forgotten password is replaced by mail, and the second factor is still asked for', async () => {
  await signOut();
  await person.page.getByRole('link', { name: t('identity.forgot') }).click();
  // The page before has a field of that name too.
  await person.page.waitForURL((url) => url.pathname === '/forgot-password');
  await person.fill(t('identity.email'), PERSON.email);
  await person.press(t('identity.sendMail'));
  await person.see(t('identity.mailSent'));
  const link = await linkInMail(person, PERSON.email, '/reset-password/');
  await person.open(new URL(link).pathname);
  await person.fill(t('identity.password'), NEW_PASSWORD);
  await person.press(t('identity.savePassword'));
  await person.see(t('identity.passwordSaved'));
  await showPassword(PERSON.password);
  await person.see(t('identity.refused.credentials'));
  await showPassword(NEW_PASSWORD);
  await person.page.getByText(t('identity.recoveryInstead')).click();
  await person.fill(t('identity.recoveryCode'), recoveryCodes[0] ?? '');
  await person.page
    .getByRole('button', { name: t('identity.confirmCode'), exact: true })
    .last()
    .click();
  await inside();
});

test('whoever signs in without a factor is led to set one up, and then goes on', async () => {
  const mail = `liuyang-${mark}@journey.example`;
  const invited = await person.page.request.post(
    `${ready.portalUrl.replace('127.0.0.1', 'localhost')}/v1/invitations`,
    {
      data: { email: mail, role: 'admin', language: 'zh-CN', employees: [] },
      headers: { 'highwater-csrf': '1' },
    },
  );
  expect(invited.status()).toBe(201);
  const link = await linkInMail(person, mail, '/invitations/');
  const colleague = await meetStranger(browser, ready.portalUrl);
  await colleague.open(new URL(link).pathname);
  await colleague.fill(t('identity.name'), '刘洋');
  await colleague.fill(t('identity.password'), PERSON.password);
  await colleague.press(t('identity.signUp'));
  await colleague.press(t('identity.invitationAccept'));
  await colleague.page.waitForURL((url) => url.pathname === '/account');
  await colleague.see(t('account.required', { company: COMPANY }));
  await colleague.press(t('account.totpSetUp'));
  const own = (await colleague.page.getByLabel(t('account.totpSecret'), { exact: true }).textContent()) ?? '';
  await colleague.fill(t('account.totpCode'), appCode(own));
  await colleague.press(t('account.totpConfirm'));
  await colleague.see(t('account.recoveryShownLead'));
  await colleague.open('/members');
  await colleague.see(PERSON.email);
  expect([...colleague.complaints, ...person.complaints]).toEqual([]);
});

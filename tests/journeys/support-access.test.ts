import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { chromium } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createShiftableClock } from '@highwater/config';
import { manageOperators } from '../../infra/cli/operator.ts';
import { DATABASE_NAME } from '../../infra/start/steps/migrate-database.ts';
import { CHROMIUM_ARGS } from '../../infra/screenshots/open-browser.ts';
import { findSerious } from './find-serious.ts';
import { meetStranger, t, type Stranger } from './stranger.ts';

const ready = inject('ready');
const mark = Date.now().toString(36);
const OPERATOR = `运营小周${mark}`;
const REASON = '客户说昨天的消息没有到，需要核对接入和会话';

let browser: Browser;
let operator: Stranger;
let owner: Stranger;

/** The command's link, made in the stack's own database, by the product's clock: a journey before may have set it forward. */
async function makeLink(): Promise<string> {
  const read = (name: string) => JSON.parse(readFileSync(join(ready.dataDir, name), 'utf8')) as Record<string, string>;
  const { socketFolder = '' } = read('postgres.json');
  const { migrator = '' } = read('secrets.json');
  const lines: string[] = [];
  const code = await manageOperators(
    ['invite', '--name', OPERATOR, '--email', `zhou-${mark}@ops.example`],
    (line) => lines.push(line),
    () => ({
      database: { host: socketFolder, port: 5432, database: DATABASE_NAME, tls: false },
      passwords: { migrator, app: '', platform: '', search: '', identity: '' },
      operatorUrl: ready.operatorUrl,
    }),
    createShiftableClock(join(ready.dataDir, 'clock.json')).now(),
  );
  expect([code, lines.length]).toEqual([0, 2]);
  return lines[1] ?? '';
}

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: inject('chromium'), args: CHROMIUM_ARGS });
  operator = await meetStranger(browser, ready.operatorUrl);
  owner = await meetStranger(browser, ready.portalUrl);
  // An authenticator as phones and laptops have one, in software.
  const devices = await operator.page.context().newCDPSession(operator.page);
  await devices.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
  } as const;
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...options, isUserVerified: true, automaticPresenceSimulation: true },
  });
});
afterAll(() => browser?.close());

test('the console and the archive are missing on each other’s host', async () => {
  const visit = async (url: string) => (await operator.page.goto(url))?.status();
  expect(await visit(`${ready.portalUrl}/operator`)).toBe(404);
  expect(await visit(`${ready.portalUrl}/operator/sign-in`)).toBe(404);
  for (const path of ['/conversations', '/sign-in', '/members', '/v1/me'])
    expect([path, await visit(`${ready.operatorUrl}${path}`)]).toEqual([path, 404]);
});

test('an operator enrols a passkey by the command’s link, leaves, and signs in with it', async () => {
  const { page } = operator;
  await operator.open(await makeLink());
  await operator.press(t('operator.enrolKey'));
  await page.waitForURL(/\/operator$/);
  await operator.see(OPERATOR);
  await operator.press(t('operator.signOut'));
  await page.waitForURL(/\/operator\/sign-in$/);
  expect(await findSerious(page)).toEqual([]);
  await operator.press(t('operator.signInKey'));
  await page.waitForURL(/\/operator$/);
});

test('support looks where the owner lets it, is seen looking, and is out when the owner says so', async () => {
  const { page } = operator;
  await page.getByRole('link', { name: '青橙果业' }).first().click();
  await page.waitForURL(/\/operator\/tenants\//);
  await operator.fill(t('operator.reason'), REASON);
  await page.getByText(t('support.scope.conversations')).first().click();
  await operator.press(t('operator.send'));
  await operator.see(t('support.state.asked'));
  expect(await findSerious(page)).toEqual([]);

  const account = ready.accounts.find(({ role }) => role === 'owner');
  await owner.open('/sign-in?lang=zh-CN');
  await owner.fill(t('identity.email'), account?.email ?? '');
  await owner.fill(t('identity.password'), account?.password ?? '');
  await owner.press(t('identity.signIn'));
  await owner.page.waitForURL((url) => url.pathname === '/');
  await owner.page.getByRole('link', { name: t('support.banner.go'), exact: true }).click();
  await owner.see(REASON);
  await owner.page.getByText(t('support.approve')).first().click();
  await owner.page.getByRole('checkbox', { name: /LinXiaoyu/ }).check();
  expect(await findSerious(owner.page)).toEqual([]);
  await owner.press(t('support.approveNow'));
  await owner.see(t('support.banner.open'));

  await operator.open('/operator');
  await operator.press(t('operator.look'));
  await page.waitForURL((url) => url.pathname === '/');
  await operator.open('/conversations');
  await page.locator('main a[href^="/messages/"]').first().click();
  await page.waitForURL(/\/messages\//);
  for (const path of ['/members', '/exports', '/audit', '/settings/support'])
    expect([path, (await page.goto(`${ready.operatorUrl}${path}`))?.status()]).toEqual([path, 404]);

  await owner.open('/settings/support');
  await owner.page.getByText(t('support.end'), { exact: true }).first().click();
  await owner.press(t('support.endConfirm'));
  await owner.see(t('support.ending.owner'));
  await owner.see(t('support.seen.conversation'));
  await operator.open('/conversations');
  await page.waitForURL(/\/operator\?over=1$/);
  await operator.see(t('operator.over'));
  expect([...operator.complaints, ...owner.complaints]).toEqual([]);
});

test('the security page is open to everybody and says the same in both languages', async () => {
  const visitor = await meetStranger(browser, ready.portalUrl);
  await visitor.open('/sign-in?lang=zh-CN');
  await visitor.page.getByRole('link', { name: t('support.securityPage') }).click();
  await visitor.see(t('security.root.root'));
  expect(await findSerious(visitor.page)).toEqual([]);
  const statements = await visitor.page.locator('main li').count();
  await visitor.open('/security?lang=en');
  await visitor.see('Database administrators and root');
  expect(await visitor.page.locator('main li').count()).toBe(statements);
  expect(visitor.complaints).toEqual([]);
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { chromium } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { CHROMIUM_ARGS } from '../../infra/screenshots/open-browser.ts';
import { openConsole, type ConsoleCorp } from './simulated-console.ts';
import { readDownload } from './read-download.ts';
import { linkInMail } from './link-in-mail.ts';
import { meetStranger, seesNothingOf, t, type Stranger } from './stranger.ts';

const ready = inject('ready');
const mark = Date.now().toString(36);
const OWNER = { name: '陈静', email: `chenjing-${mark}@journey.example`, password: '长江后浪推前浪-2026' };
const COLLEAGUE = { name: '刘洋', email: `liuyang-${mark}@journey.example`, password: '一个足够长的密码-2026' };
const COMPANY = `晨光商贸-${mark}`;

let browser: Browser;
let owner: Stranger;
let wecom: ReturnType<typeof openConsole>;
let corp: ConsoleCorp;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: inject('chromium'), args: CHROMIUM_ARGS });
  owner = await meetStranger(browser, ready.portalUrl);
  wecom = openConsole(await (await browser.newContext({ locale: 'zh-CN' })).newPage(), ready.simulatorUrl);
});

afterAll(async () => {
  await browser.close();
});

test('a stranger signs up a new company', async () => {
  await owner.open('/sign-up?lang=zh-CN');
  await owner.fill(t('identity.name'), OWNER.name);
  await owner.fill(t('identity.email'), OWNER.email);
  await owner.press(t('identity.signUp'));
  await owner.see(t('identity.mailSent'));
  await owner.open(await linkInMail(owner, OWNER.email, '/sign-up/'));
  await owner.fill(t('identity.password'), OWNER.password);
  await owner.press(t('identity.signUp'));
  await owner.page.waitForURL('**/company');
  await owner.fill(t('identity.companyName'), COMPANY);
  await owner.press(t('identity.companyCreate'));
  await owner.page.waitForURL('**/connect');
});

test('wrong entries are refused with a sentence that says what to fix, and nothing is kept', async () => {
  corp = await wecom.createCorp(COMPANY);
  const tryWith = async (corpId: string, secret: string, sentence: string): Promise<void> => {
    await owner.fill(t('connect.name'), COMPANY);
    await owner.fill(t('connect.corpId'), corpId);
    await owner.fill(t('connect.archiveSecret'), secret);
    await owner.press(t('connect.connect'));
    await owner.see(sentence);
  };
  await tryWith('不是企业ID', corp.archiveSecret, t('faults.corp_id.malformed.title'));
  await tryWith(`ww${'0'.repeat(16)}`, corp.archiveSecret, t('faults.corp_id.wrong.title'));
  await tryWith(corp.corpId, 'x'.repeat(43), t('faults.secret.wrong.title'));
  await owner.open('/connect');
  expect(await owner.page.getByLabel(t('connect.corpId'), { exact: true }).count()).toBe(1);
});

test('the corp is connected step by step, each step proving itself', async () => {
  await owner.fill(t('connect.name'), COMPANY);
  await owner.fill(t('connect.corpId'), corp.corpId);
  await owner.fill(t('connect.archiveSecret'), corp.archiveSecret);
  await owner.press(t('connect.connect'));
  await owner.see(t('connect.step.key'));

  await owner.press(t('connect.checkAgain'));
  await owner.see(t('faults.ip.untrusted.title', { ip: '127.0.0.1' }));

  const pem = /-----BEGIN PUBLIC KEY-----[\s\S]+-----END PUBLIC KEY-----/.exec(await owner.page.content())?.[0] ?? '';
  expect(pem).toContain('BEGIN PUBLIC KEY');
  await wecom.trust('127.0.0.1');
  await wecom.savePublicKey(pem);
  await wecom.talk(120);
  await owner.press(t('connect.checkAgain'));
  await owner.see(t('connect.openFirst'), 40);
});

test('the first messages arrive and one is found by two Chinese characters and read in context', async () => {
  await owner.open('/search');
  await owner.see(/已搜索 1\d\d \/ 1\d\d/, 40);
  const word = await twoCharacters(owner);
  await owner.fill(t('search.words'), word);
  await owner.press(t('search.find'));
  await owner.page.locator('mark').first().waitFor();
  expect(await owner.page.locator('mark').first().textContent()).toBe(word);
  await owner.page.locator('main a[href*="/messages/"]').first().click();
  await owner.page.waitForURL('**/messages/**');
  expect(await owner.page.getByText(word).count()).toBeGreaterThan(0);
  expect(await owner.page.locator('main').innerText()).not.toContain('{"');
});

test('a dialog is cited while it is read, and its frozen list opens', async () => {
  await owner.open('/conversations');
  await owner.page.locator('main ul a[href*="/messages/"]').first().click();
  await owner.page.locator('[data-message][aria-current="true"]').waitFor();
  await owner.page.locator('[data-message] button[aria-expanded]').first().waitFor();
  await owner.page.keyboard.press('c');
  await owner.fill(t('reading.citeNote'), '复核报价');
  await owner.press(t('reading.citeDo'));
  await owner.page.waitForURL('**/dialogs/**');
  await owner.see('复核报价');
  expect(await owner.page.locator('[data-message]').count()).toBeGreaterThan(0);
  await owner.open('/dialogs');
  await owner.see('复核报价');
});

test('what was found is exported and the export opens', async () => {
  await owner.open('/exports/new');
  await owner.press(t('exports.start'));
  await owner.page.getByRole('link', { name: /^下载/ }).first().waitFor({ timeout: 60_000 });
  const [download] = await Promise.all([
    owner.page.waitForEvent('download'),
    owner.page.getByRole('link', { name: /^下载/ }).first().click(),
  ]);
  const files = await readDownload(download);
  const manifest = JSON.parse(files.get('manifest.json') ?? '{}') as { counts?: { messages?: number } };
  expect(manifest.counts?.messages).toBe(120);
  expect([...files.keys()].some((name) => name.startsWith('media/'))).toBe(true);
  expect(files.get('README.zh.txt')).toContain(COMPANY);
});

test('a dialog is exported while it is read; looking at the form keeps nothing', async () => {
  const citations = () => owner.page.locator('main ul a[href^="/dialogs/"]').count();
  await owner.open('/dialogs');
  const before = await citations();
  await owner.open('/conversations');
  await owner.page.locator('main ul a[href*="/messages/"]').first().click();
  await owner.page.locator('[data-heading]').first().getByTitle(t('reading.exportDialog')).click();
  await owner.page.waitForURL('**/exports/new?**');
  await owner.see(t('exports.onlyThisDialog'));
  const shown = await owner.page.getByText(/^\d+ 条消息$/).innerText();
  const form = owner.page.url();
  await owner.open('/dialogs');
  expect(await citations()).toBe(before);

  await owner.open(form);
  await owner.press(t('exports.start'));
  await owner.page.waitForURL('**/exports');
  const card = owner.page.locator('main li').filter({ hasText: t('exports.oneDialog') });
  const link = card.getByRole('link', { name: /^下载/ });
  await link.waitFor({ timeout: 60_000 });
  const [download] = await Promise.all([owner.page.waitForEvent('download'), link.click()]);
  const files = await readDownload(download);
  const manifest = JSON.parse(files.get('manifest.json') ?? '{}') as { counts?: { messages?: number } };
  expect(`${manifest.counts?.messages} 条消息`).toBe(shown);
  expect(files.get('README.zh.txt')).toContain(`清单    ${manifest.counts?.messages} 条消息`);
  await owner.open('/dialogs');
  expect(await citations()).toBe(before + 1);
  await owner.see(t('reading.reason.exported'));
});

test('an invited colleague sees the granted employee only', async () => {
  await owner.open('/members/invite');
  await owner.fill(t('identity.email'), COLLEAGUE.email);
  await owner.page.getByRole('checkbox', { name: /LinXiaoyu/ }).check();
  await owner.press(t('members.sendInvitation'));
  await owner.see(COLLEAGUE.email);

  const colleague = await meetStranger(browser, ready.portalUrl);
  await colleague.open(await linkInMail(owner, COLLEAGUE.email, '/invitations/'));
  await colleague.fill(t('identity.name'), COLLEAGUE.name);
  await colleague.fill(t('identity.password'), COLLEAGUE.password);
  await colleague.press(t('identity.signUp'));
  await colleague.press(t('identity.invitationAccept'));
  await colleague.page.waitForURL((url) => url.pathname === '/');
  await colleague.open('/search');
  await colleague.see(/你的角色可看 \d 位员工中的 1 位/);
  await colleague.open('/members');
  await seesNothingOf(colleague, OWNER.email);
  expect(colleague.complaints).toEqual([]);
});

test('the scheduled hour comes and the mailed link leads to the package of yesterday', async () => {
  await owner.open('/schedules');
  await owner.press(t('schedules.create'));
  await owner.see(t('schedules.defaultName'));
  // The product's clock, not the machine's, goes on by a day; the schedule's hour is somewhere in it.
  writeFileSync(join(ready.dataDir, 'clock.json'), JSON.stringify({ offsetMs: 24 * 3_600_000 + 60_000 }));
  const address = await linkInMail(owner, OWNER.email, '/links/');
  const scanner = await fetch(address, { redirect: 'manual' });
  expect(scanner.status).toBe(302);

  await owner.open(address);
  const [download] = await Promise.all([
    owner.page.waitForEvent('download'),
    owner.page.getByRole('link', { name: t('common.download') }).click(),
  ]);
  const files = await readDownload(download);
  expect(files.has('SHA256SUMS')).toBe(true);
  expect(owner.complaints).toEqual([]);
});

/** Two neighbouring Chinese characters of the newest message that has any. */
async function twoCharacters(stranger: Stranger): Promise<string> {
  const answer = await stranger.page.request.get(`${ready.portalUrl}/v1/messages/search?kind=text`);
  const { items } = (await answer.json()) as { items: { message: { body: { text: string } } }[] };
  for (const { message } of items) {
    const word = /[\u4e00-\u9fff]{2}/.exec(message.body.text)?.[0];
    if (word !== undefined) return word;
  }
  throw new Error('No message is in Chinese.');
}

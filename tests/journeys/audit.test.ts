import { createVisitor } from '@highwater/testkit';
import type { Browser, Page } from 'playwright';
import { chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { CHROMIUM_ARGS } from '../../infra/screenshots/open-browser.ts';
import { findSerious } from './find-serious.ts';
import { meetStranger, t, type Stranger } from './stranger.ts';

const ready = inject('ready');
const mark = Date.now().toString(36);
const OWNER = { name: '顾言', email: `guyan-${mark}@journey.example`, password: '问渠那得清如许-2026' };
const REASON = `客诉 ${mark}，核对退款承诺`;

let browser: Browser;
let owner: Stranger;
let page: Page;

beforeAll(async () => {
  const visitor = createVisitor(ready.portalUrl);
  await visitor.signUp(OWNER);
  await visitor.post('/v1/me/companies', { name: `问责-${mark}`, zone: 'Asia/Shanghai', language: 'zh-CN' });
  browser = await chromium.launch({ executablePath: inject('chromium'), args: CHROMIUM_ARGS });
  owner = await meetStranger(browser, ready.portalUrl);
  page = owner.page;
  await owner.open('/sign-in?lang=zh-CN');
  await owner.fill(t('identity.email'), OWNER.email);
  await owner.fill(t('identity.password'), OWNER.password);
  await owner.press(t('identity.signIn'));
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
});
afterAll(() => browser.close());

describe('an owner who looks after the log', () => {
  test('finds what was done by kind of event, and is told where nothing fits', async () => {
    await owner.open('/audit');
    await owner.see(t('audit.event.company_created'));
    await page.getByLabel(t('audit.filter.group')).selectOption('settings');
    await owner.press(t('audit.filter.apply'));
    await page.waitForURL((url) => url.searchParams.get('group') === 'settings');
    await owner.see(t('audit.event.company_created'));
    await owner.open('/audit?denials=1');
    await owner.see(t('audit.noneFound'));
    expect(await findSerious(page)).toEqual([]);
  });

  test('verifies it by a button, and compares it with what somebody else kept', async () => {
    await owner.open('/audit/verify');
    await owner.press(t('audit.verify.start'));
    await owner.see(/日志完好/);
    await page.getByLabel(t('audit.compare.field')).fill(`1:${'0'.repeat(64)}`);
    await owner.press(t('audit.compare.submit'));
    await owner.see(/不符/);
    expect(await findSerious(page)).toEqual([]);
  });

  test('asks for a reason, is asked for one, and goes on to the search', async () => {
    await owner.open('/settings/reason');
    await page.getByLabel(t('reasons.settings.ask')).check();
    await owner.press(t('reasons.settings.save'));
    await owner.see(t('reasons.settings.saved'));
    await owner.open('/search?q=%E9%80%80%E6%AC%BE');
    await page.waitForURL((url) => url.pathname === '/reason');
    await owner.fill(t('reasons.field'), REASON);
    await owner.press(t('reasons.submit'));
    await page.waitForURL((url) => url.pathname === '/search' && url.searchParams.get('q') === '退款');
    await owner.open('/audit?group=searches');
    await owner.see(t('audit.why', { reason: REASON }));
    await owner.press(t('audit.openWords'));
    await owner.see(t('audit.opened', { words: '退款' }));
    expect(owner.complaints).toEqual([]);
  });
});

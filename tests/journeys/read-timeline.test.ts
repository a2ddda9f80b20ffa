import { dayOf } from '@highwater/calendar';
import { askConsole, connectSimulatedCorp, createVisitor, waitUntil } from '@highwater/testkit';
import type { Browser, Locator, Page } from 'playwright';
import { chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { CHROMIUM_ARGS } from '../../infra/screenshots/open-browser.ts';
import { meetStranger, t } from './stranger.ts';

const ready = inject('ready');
const mark = Date.now().toString(36);
const OWNER = { name: '唐宁', email: `tangning-${mark}@journey.example`, password: '大江东去浪淘尽-2026' };
const CUSTOMER = `wmTimeline${mark}`.padEnd(32, 'A');
const ROOM = `wrTimeline${mark}`.padEnd(32, 'A');
const DAY_MS = 86_400_000;
/** More than two pages of sixty, on four days, in three conversations that take turns. */
const LINES = 160;
const TURN = 8;
/** What a slow and shared machine may take to draw a page. */
const SOON_MS = 15_000;

let browser: Browser;
let page: Page;
let timeline: string;

/** Line `at`, the oldest first; a day is forty of them. */
function lineOf(at: number): { readonly sentAt: number; readonly text: string } {
  const day = 3 - Math.floor((at * 4) / LINES);
  return { sentAt: Date.now() - day * DAY_MS - (LINES - at) * 20_000, text: `第 ${at} 句` };
}

beforeAll(async () => {
  const visitor = createVisitor(ready.portalUrl);
  await visitor.signUp(OWNER);
  await visitor.post('/v1/me/companies', { name: `长河-${mark}`, zone: 'Asia/Shanghai', language: 'zh-CN' });
  const { corpId, connectionId } = await connectSimulatedCorp(visitor, ready.simulatorUrl, {
    name: `长河-${mark}`,
    talking: false,
  });
  const messages = Array.from({ length: LINES }, (_, at) => {
    const { sentAt, text } = lineOf(at);
    const turn = Math.floor(at / TURN) % 3;
    return {
      msgid: `timeline_${at}_${mark}_external`,
      action: 'send',
      from: at % 2 === 0 ? CUSTOMER : turn === 1 ? 'ZhaoKai' : 'LinXiaoyu',
      tolist: [at % 2 === 0 ? (turn === 1 ? 'ZhaoKai' : 'LinXiaoyu') : CUSTOMER],
      roomid: turn === 2 ? ROOM : '',
      msgtime: sentAt,
      msgtype: 'text',
      text: { content: text },
    };
  });
  await askConsole(ready.simulatorUrl, 'POST', `/corps/${corpId}/messages`, { messages });
  await visitor.post(`/v1/connections/${connectionId}/pull`);
  const path = `/v1/people/${connectionId}/${encodeURIComponent(CUSTOMER)}/timeline?limit=200`;
  // Missing until the customer is known.
  const readAll = () => visitor.get<{ items: unknown[] }>(path).catch(() => ({ items: [] }));
  await waitUntil('everything is archived', async () => (await readAll()).items.length === LINES, { seconds: 60 });
  timeline = `${ready.portalUrl}/people/${connectionId}/${CUSTOMER}/timeline`;

  browser = await chromium.launch({ executablePath: inject('chromium'), args: CHROMIUM_ARGS });
  const owner = await meetStranger(browser, ready.portalUrl);
  page = owner.page;
  await owner.open('/sign-in?lang=zh-CN');
  await owner.fill(t('identity.email'), OWNER.email);
  await owner.fill(t('identity.password'), OWNER.password);
  await owner.press(t('identity.signIn'));
  await page.waitForURL((url) => url.pathname === '/');
});
afterAll(() => browser?.close());

const shown = (): Promise<number[]> =>
  page
    .locator('[data-drawn]')
    .allInnerTexts()
    .then((texts) => texts.map((text) => Number(/第 (\d+) 句/.exec(text)?.[1] ?? -1)));
const calendar = (): Locator => page.locator('details[data-panel="date"]');
const open = (query = '') => page.goto(`${timeline}${query}`, { waitUntil: 'networkidle' });

test('opens at the newest and is read on to its beginning in place, each message once', async () => {
  await open();
  const first = await shown();
  expect(first.at(-1)).toBe(LINES - 1);
  expect(first.length).toBeLessThan(LINES);
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
  const address = page.url();
  for (let turns = 0; turns < 10 && (await shown()).length < LINES; turns += 1) {
    const before = (await shown()).length;
    await page.keyboard.press('Home');
    await expect.poll(async () => (await shown()).length, { timeout: SOON_MS }).toBeGreaterThan(before);
  }
  expect(await shown()).toEqual(Array.from({ length: LINES }, (_, at) => at));
  expect(page.url()).toBe(address);
  await page.getByText(t('reading.timelineStart')).waitFor();
});

test('the keys go from message to message and from conversation to conversation', async () => {
  await open();
  await page.keyboard.press('[');
  const focused = () => page.evaluate(() => document.activeElement?.tagName);
  await expect.poll(focused).toBe('H2');
  await page.keyboard.press('j');
  await expect.poll(focused).toBe('ARTICLE');
});

describe('the calendar', () => {
  test('shows the busy days and jumps to the first message of one, from which it is read on both ways', async () => {
    await open();
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    await calendar().getByRole('table').waitFor();
    const day = dayOf('Asia/Shanghai', lineOf(LINES / 2).sentAt);
    const inMonth = calendar().locator(`a[data-day="${day}"]`);
    if ((await inMonth.count()) === 0)
      await calendar()
        .getByRole('link', { name: t('reading.previousMonth') })
        .click();
    await inMonth.click();
    await page.waitForURL(new RegExp(`day=${day}`));
    await page.locator('[data-message][aria-current="true"]').waitFor();
    const [opened = ''] = await page.locator('[aria-current="true"] [data-drawn]').allInnerTexts();
    const at = Number(/第 (\d+) 句/.exec(opened)?.[1]);
    expect(dayOf('Asia/Shanghai', lineOf(at).sentAt)).toBe(day);
    expect(dayOf('Asia/Shanghai', lineOf(at - 1).sentAt)).not.toBe(day);
    for (const key of ['Home', 'End']) {
      const before = (await shown()).length;
      await page.keyboard.press(key);
      await expect.poll(async () => (await shown()).length, { timeout: SOON_MS }).toBeGreaterThan(before);
    }
    const all = await shown();
    expect(all).toEqual(all.map((_, place) => (all[0] ?? 0) + place));
  });

  test('says so where nothing was said on a day', async () => {
    await open('?day=2020-01-01');
    await page.getByText(t('reading.nothingOnDay')).waitFor();
    expect(await page.locator('[aria-current="true"] [data-drawn]').innerText()).toContain('第 0 句');
  });
});

test('a dialog is cited from it', async () => {
  await open();
  await page.keyboard.press('j');
  await page.keyboard.press('c');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('reading.citeDo') })
    .click();
  await page.waitForURL('**/dialogs/**');
});

test('without JavaScript it is read on page by page, and the calendar turns', async () => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto(timeline);
  await plain.getByRole('link', { name: t('reader.older') }).click();
  expect(await plain.locator('[data-message]').count()).toBe(60);
  await plain.getByRole('link', { name: t('reading.toOpened') }).click();
  await plain.getByText(t('reader.end')).waitFor();
  await plain.goto(`${timeline}?month=${dayOf('Asia/Shanghai', lineOf(0).sentAt).slice(0, 7)}`);
  await plain.locator(`details[open] a[data-day="${dayOf('Asia/Shanghai', lineOf(0).sentAt)}"]`).click();
  expect(await plain.locator('[aria-current="true"] [data-drawn]').innerText()).toContain('第 0 句');
  await context.close();
});

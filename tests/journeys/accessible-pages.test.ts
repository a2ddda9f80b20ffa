import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { CHROMIUM_ARGS } from '../../infra/screenshots/open-browser.ts';
import { waitUntil } from '../../infra/processes/wait.ts';
import { findSerious } from './find-serious.ts';

const { portalUrl, accounts } = inject('ready');
const owner = accounts.find(({ role }) => role === 'owner');
/** A word that the demo company's people often write. */
const WORD = '今天';

let browser: Browser;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: inject('chromium'), args: [...CHROMIUM_ARGS] });
});
afterAll(() => browser?.close());

/** The demo company's owner, signed in, with a window of one look. */
async function enter(dark: boolean, width: number): Promise<Page> {
  if (owner === undefined) throw new Error('The stack has no demo owner.');
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width, height: 860 },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(`${portalUrl}/sign-in`);
  await page.locator('input[name=email]').fill(owner.email);
  await page.locator('input[name=password]').fill(owner.password);
  await page.locator('form button').last().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  return page;
}

/** The address behind the first link that looks so; the demo's messages may still be coming in. */
async function firstLink(page: Page, address: string, pattern: string): Promise<string> {
  const links = page.locator(`main a[href*="${pattern}"]`);
  await waitUntil(async () => {
    await page.goto(`${portalUrl}${address}`);
    return (await links.count()) > 0;
  }, 60_000);
  return (await links.first().getAttribute('href')) ?? '';
}

describe.each([
  { look: 'light', dark: false, width: 1280 },
  { look: 'dark', dark: true, width: 1280 },
  { look: 'light on a phone', dark: false, width: 360 },
])('in $look', ({ dark, width }) => {
  let page: Page;
  beforeAll(async () => {
    page = await enter(dark, width);
  });
  afterAll(() => page?.context().close());

  it.each([
    ['search before anything is typed', async () => '/search'],
    ['search with hits', async () => `/search?q=${encodeURIComponent(WORD)}`],
    ['search that finds nothing', async () => '/search?q=zzzzzzzzzz'],
    ['the list of conversations', async () => '/conversations'],
    [
      'a message in its conversation',
      (one: Page) => firstLink(one, `/search?q=${encodeURIComponent(WORD)}`, '/messages/'),
    ],
    ['a conversation', (one: Page) => firstLink(one, '/conversations', '/messages/')],
    [
      'the timeline of a customer',
      async (one: Page) => `${await firstLink(one, '/people?kind=external_contact', '/people/')}/timeline`,
    ],
    [
      'the export of a dialog',
      async (one: Page) => {
        await one.goto(`${portalUrl}${await firstLink(one, '/conversations', '/messages/')}`);
        return (await one.locator('a[href*="/exports/new?of="]').first().getAttribute('href')) ?? '';
      },
    ],
    ['files without a searchable text', async () => '/files?list=unread'],
    ['the kinds of messages', async () => '/coverage/types'],
    ['the security of one’s account', async () => '/account'],
    ['what a company demands of sign-ins', async () => '/settings/second-factor'],
  ])('%s has nothing that axe calls serious', async (_, addressOf) => {
    const address = await addressOf(page);
    await page.goto(address.startsWith('http') ? address : `${portalUrl}${address}`, { waitUntil: 'networkidle' });
    expect(await page.locator('main').count()).toBe(1);
    // The dark differs by its colours alone.
    expect(await findSerious(page, dark ? ['color-contrast'] : undefined)).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide, 'wider than the screen').toBeLessThanOrEqual(0);
  });
});

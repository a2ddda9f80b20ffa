import { askConsole, connectSimulatedCorp, createVisitor, waitUntil } from '@highwater/testkit';
import type { Browser, Locator, Page } from 'playwright';
import { chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { CHROMIUM_ARGS } from '../../infra/screenshots/open-browser.ts';
import { findSerious } from './find-serious.ts';
import { meetStranger, t, type Stranger } from './stranger.ts';

const ready = inject('ready');
const mark = Date.now().toString(36);
const OWNER = { name: '沈岚', email: `shenlan-${mark}@journey.example`, password: '众里寻他千百度-2026' };
const DAY_MS = 86_400_000;
/** More than five pages of thirty. */
const CRATES = 170;
/** What a slow and shared machine may take to draw a page. */
const SOON_MS = 15_000;

let browser: Browser;
let owner: Stranger;
let page: Page;

interface SearchPage {
  readonly coverage: { readonly indexed: number };
}

/** A company that said the same thing on three days, and one thing once. */
beforeAll(async () => {
  const visitor = createVisitor(ready.portalUrl);
  await visitor.signUp(OWNER);
  await visitor.post('/v1/me/companies', { name: `寻踪-${mark}`, zone: 'Asia/Shanghai', language: 'zh-CN' });
  const { corpId, connectionId } = await connectSimulatedCorp(visitor, ready.simulatorUrl, {
    name: `寻踪-${mark}`,
    talking: false,
  });
  const message = (at: number, content: string) => ({
    msgid: `search_${at}_${mark}`,
    action: 'send',
    from: at % 2 === 0 ? 'LinXiaoyu' : 'ZhaoKai',
    tolist: [at % 2 === 0 ? 'ZhaoKai' : 'LinXiaoyu'],
    roomid: '',
    msgtime: Date.now() - (at % 3) * DAY_MS - at * 1000,
    msgtype: 'text',
    text: { content },
  });
  const crates = Array.from({ length: CRATES }, (_, at) => message(at, `第 ${at} 箱柑橘已经装车`));
  const messages = [...crates, message(CRATES, '合同草稿在桌上'), message(CRATES + 1, '发票开好了')];
  await askConsole(ready.simulatorUrl, 'POST', `/corps/${corpId}/messages`, { messages });
  await visitor.post(`/v1/connections/${connectionId}/pull`);
  await waitUntil(
    'everything is archived',
    async () => (await visitor.get<SearchPage>('/v1/messages/search?limit=1')).coverage.indexed === messages.length,
    { seconds: 60 },
  );

  browser = await chromium.launch({ executablePath: inject('chromium'), args: CHROMIUM_ARGS });
  owner = await meetStranger(browser, ready.portalUrl);
  page = owner.page;
  await owner.open('/sign-in?lang=zh-CN');
  await owner.fill(t('identity.email'), OWNER.email);
  await owner.fill(t('identity.password'), OWNER.password);
  await owner.press(t('identity.signIn'));
  await page.waitForURL((url) => url.pathname === '/');
});
afterAll(() => browser?.close());

const hits = (): Locator => page.locator('[data-hit]');
const bars = (): Locator => page.locator('[data-bar]');
const chips = (): Locator => page.getByRole('list', { name: t('search.inUse') }).getByRole('link');
const asked = (name: string): string | null => new URL(page.url()).searchParams.get(name);
const openSearch = (query: string) => page.goto(`${ready.portalUrl}/search?${query}`, { waitUntil: 'networkidle' });

describe('words', () => {
  test.each([
    ['合同 OR 发票', 2],
    ['合同 -草稿', 0],
    ['"第 7 箱"', 1],
    ['柑橘 装车 -箱', 0],
  ])('%s finds %i', async (words, count) => {
    await openSearch(`q=${encodeURIComponent(words)}`);
    expect(await hits().count()).toBe(count);
  });
});

describe('the histogram', () => {
  test('filters by a click and by a drag', async () => {
    await openSearch('q=柑橘');
    await bars().first().waitFor();
    expect(await bars().count()).toBe(3);
    const label = (await bars().first().getAttribute('aria-label')) ?? '';
    await bars().first().click();
    await page.waitForURL(/from=/);
    expect(asked('from')).toBe(asked('until'));
    expect(label).toContain(asked('from'));

    await openSearch('q=柑橘');
    const [first, second] = [await bars().nth(0).boundingBox(), await bars().nth(1).boundingBox()];
    await page.mouse.move((first?.x ?? 0) + 5, (first?.y ?? 0) + 30);
    await page.mouse.down();
    await page.mouse.move((second?.x ?? 0) + 5, (second?.y ?? 0) + 30, { steps: 4 });
    await page.mouse.up();
    await page.waitForURL(/from=/);
    expect(Date.parse(asked('until') ?? '') - Date.parse(asked('from') ?? '')).toBe(DAY_MS);
    await expect.poll(() => chips().count(), { timeout: SOON_MS }).toBe(1);
  });

  test('filters by keyboard', async () => {
    await openSearch('q=柑橘');
    await bars().last().focus();
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Enter');
    await page.waitForURL(/from=/);
    expect(Date.parse(asked('until') ?? '') - Date.parse(asked('from') ?? '')).toBe(DAY_MS);
  });
});

test('a number leads to its part, and a chip out of it again', async () => {
  await openSearch('q=柑橘');
  const side = page.getByRole('complementary', { name: t('search.narrowBy') });
  await side.getByRole('link', { name: t('search.directions.internal') }).click();
  await page.waitForURL(/direction=internal/);
  await chips().first().click();
  await page.waitForURL((url) => !url.searchParams.has('direction'));
  expect(asked('q')).toBe('柑橘');
});

test('a person is found by name and chosen by keyboard', async () => {
  await openSearch('');
  await page.locator('summary', { hasText: t('search.person') }).click();
  await page.getByRole('combobox', { name: t('search.findPerson') }).fill('linxiao');
  await page.getByRole('option', { selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/person=linxiaoyu/);
  await expect.poll(() => chips().count(), { timeout: SOON_MS }).toBe(1);
});

test('older hits come by scrolling, none twice, and the way back leads to where one was', async () => {
  await openSearch('q=柑橘');
  const { address, crates } = { address: page.url(), crates: new Set<string>() };
  const drawn = async () => {
    const texts = await hits().allInnerTexts();
    expect(new Set(texts).size).toBe(texts.length);
    for (const text of texts) crates.add(/第 \d+ 箱/.exec(text)?.[0] ?? text);
    return texts.length;
  };
  const end = page.getByText(t('search.allShown'));
  for (let turns = 0; turns < 400 && !((await end.isVisible()) && crates.size === CRATES); turns += 1) {
    await page.mouse.wheel(0, 600);
    // What was passed leaves the page again.
    expect(await drawn()).toBeLessThan(70);
  }
  expect(crates.size).toBe(CRATES);
  expect(page.url()).toBe(address);
  expect(await page.locator('li[aria-posinset]').last().getAttribute('aria-posinset')).toBe(String(CRATES));

  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        scrollBy(0, -4000);
        requestAnimationFrame(() => requestAnimationFrame(() => done()));
      }),
  );
  const far = await page.evaluate(() => {
    const seen = [...document.querySelectorAll<HTMLElement>('[data-hit]')].find(
      (hit) => hit.getBoundingClientRect().top > 200,
    );
    return { id: seen?.dataset['hit'] ?? '', top: seen?.getBoundingClientRect().top ?? 0 };
  });
  const hit = page.locator(`[data-hit="${far.id}"]`);
  await hit.getByRole('link', { name: t('reader.openInContext') }).click();
  await page.waitForURL('**/messages/**');
  await hits().first().waitFor({ state: 'detached' });
  await page.goBack();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-hit')), { timeout: SOON_MS })
    .toBe(far.id);
  const movedBy = async () => Math.abs(((await hit.boundingBox())?.y ?? Number.NaN) - far.top);
  await expect.poll(movedBy, { timeout: SOON_MS }).toBeLessThan(2);
  expect(await hits().count()).toBeLessThan(70);
  expect(await findSerious(page)).toEqual([]);

  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-hit') ?? '');
  const walked = new Set([await focused()]);
  for (let steps = 0; steps < 40; steps += 1) {
    await page.keyboard.press('k');
    walked.add(await focused());
  }
  expect(walked.size).toBe(41);
});

test('everything is done by keyboard', async () => {
  await openSearch('q=柑橘');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: t('common.keys') }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('发票');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.searchParams.get('q') === '发票');
  await expect.poll(() => hits().count(), { timeout: SOON_MS }).toBe(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/messages/**');
});

test('a search is saved, opened, deleted, and the deletion taken back', async () => {
  await openSearch('q=柑橘&kind=text');
  await page.keyboard.press('s');
  await page.getByLabel(t('search.saveName')).fill('装车');
  await page.keyboard.press('Enter');
  await owner.see(t('search.savedAs', { name: '装车' }));

  await openSearch('');
  await page.keyboard.press('s');
  const menu = page.locator('summary', { hasText: t('search.saved') });
  if ((await page.getByRole('link', { name: '装车', exact: true }).count()) === 0) await menu.click();
  await page.getByRole('link', { name: '装车', exact: true }).click();
  await page.waitForURL(/kind=text/);
  expect(asked('q')).toBe('柑橘');

  await menu.click();
  await owner.press(t('search.unsave', { name: '装车' }));
  await owner.see(t('search.unsaved', { name: '装车' }));
  await owner.press(t('search.undo'));
  await owner.see(t('search.savedAs', { name: '装车' }));
});

test('days told from today on stay so in the address, in words and in a saved search', async () => {
  const word = t('search.lastDays', { count: 30 });
  const time = page.locator('summary', { hasText: t('search.time') });
  await openSearch('q=柑橘&from=2020-01-01');
  await time.click();
  await page.getByRole('link', { name: word, exact: true }).click();
  await page.waitForURL((url) => url.searchParams.get('range') === '30d' && !url.searchParams.has('from'));
  await expect.poll(() => chips().first().innerText(), { timeout: SOON_MS }).toContain(word);
  expect(await hits().count()).toBe(30);
  await page.keyboard.press('s');
  await page.getByLabel(t('search.saveName')).fill('近来装车');
  await page.keyboard.press('Enter');
  await owner.see(t('search.savedAs', { name: '近来装车' }));
  await openSearch('');
  await page.locator('summary', { hasText: t('search.saved') }).click();
  await page.getByRole('link', { name: '近来装车', exact: true }).click();
  await page.waitForURL(/range=30d/);
  await time.click();
  await page.getByRole('link', { name: t('search.allTime'), exact: true }).click();
  await page.waitForURL((url) => !url.searchParams.has('range'));
});

test('without JavaScript everything is there: hits, numbers, older ones, people to find', async () => {
  const context = await browser.newContext({
    storageState: await page.context().storageState(),
    javaScriptEnabled: false,
    locale: 'zh-CN',
  });
  const plain = await context.newPage();
  await plain.goto(`${ready.portalUrl}/search?q=柑橘`);
  expect(await plain.locator('[data-hit]').count()).toBe(30);
  await plain.getByRole('link', { name: t('search.showNumbers') }).click();
  await plain.locator('[data-bar]').first().click();
  await plain.waitForURL(/from=/);

  await plain.goto(`${ready.portalUrl}/search?q=柑橘`);
  await plain.getByRole('link', { name: t('common.older'), exact: true }).click();
  await plain.waitForURL(/cursor=/);
  expect(await plain.locator('[data-hit]').count()).toBe(30);

  await plain.locator('summary', { hasText: t('search.person') }).click();
  await plain.getByLabel(t('search.findPerson')).fill('zhaokai');
  await plain.getByRole('button', { name: t('search.lookUp') }).click();
  await plain.locator('a[href*="person=zhaokai"]').first().click();
  await plain.waitForURL(/person=zhaokai/);
  expect(await plain.locator('[data-hit]').count()).toBe(30);
  await context.close();
});

test('the browser complained about nothing', () => {
  expect(owner.complaints).toEqual([]);
});

import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { CHROMIUM_ARGS } from '../../infra/screenshots/open-browser.ts';
import { openDrawing, type Drawing } from '../../infra/screenshots/open-drawing.ts';
import { openSheetPage, sheetDocument, type SheetPage } from '../../infra/screenshots/open-sheet-page.ts';
import { listMedia, parseMessage } from '@highwater/wecom';
import { readSamples } from '../../packages/message-view/src/testing/read-samples.ts';

/** Two pictures, a record with a picture in it, and a record within a record within a record. */
const NAMES = ['image/external', 'image/group_internal', 'chatrecord/three_items', 'chatrecord/nested_two_levels'];

let browser: Browser;
let drawing: Drawing;
let sheet: SheetPage;
let page: Page;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: inject('chromium'), args: [...CHROMIUM_ARGS] });
  drawing = await openDrawing();
  const samples = readSamples();
  const messages = NAMES.map((wanted) => {
    const text = samples.find(({ name }) => name === wanted)?.text ?? '';
    const message = parseMessage(new TextEncoder().encode(text));
    return { message, media: listMedia(message.body) };
  });
  const json = JSON.stringify(messages).replaceAll('<', '\\u003c');
  const markup = `<div id="sheet"></div><script type="application/json" id="messages">${json}</script><script type="module" src="/sheet.js"></script>`;
  const look = {
    language: 'en',
    dark: false,
    width: 1000,
    code: await drawing.bundle('packages/message-view/src/testing/interactive-sheet.tsx'),
  } as const;
  sheet = await openSheetPage(browser, sheetDocument(markup, 'en'), await drawing.readStylesheet(), look);
  page = sheet.page;
  await page.locator('[data-message="3"]').waitFor();
});

afterAll(async () => {
  await browser?.close();
  await drawing?.close();
});

const dialogs = () => page.locator('dialog[open]');
const shown = () => dialogs().last().locator('img').getAttribute('src');

it('arrows lead through the pictures at hand, keys zoom, and Esc gives the focus back', async () => {
  const first = page.locator('[data-message="0"] a[data-picture]');
  await first.click();
  expect(await shown()).toMatch(/\/media\/image\?0$/);
  expect(await dialogs().getByRole('button', { name: 'Previous picture' }).isDisabled()).toBe(true);
  await page.keyboard.press('ArrowRight');
  expect(await shown()).toMatch(/\?1$/);
  // Those in closed records are not at hand.
  expect(await dialogs().getByRole('button', { name: 'Next picture' }).isDisabled()).toBe(true);
  await page.keyboard.press('+');
  expect(await dialogs().innerText()).toContain('150%');
  // A zoomed picture is moved by the arrows.
  await page.keyboard.press('ArrowLeft');
  expect(await shown()).toMatch(/\?1$/);
  await page.keyboard.press('0');
  await dialogs().getByRole('button', { name: 'Previous picture' }).click();
  expect(await shown()).toMatch(/\?0$/);
  await page.keyboard.press('Escape');
  expect(await dialogs().count()).toBe(0);
  expect(await first.evaluate((link) => link === document.activeElement)).toBe(true);
});

it('a record opens in a sheet, and a picture in it opens above the sheet', async () => {
  await page.locator('[data-message="2"] summary').first().click();
  expect(await dialogs().innerText()).toContain('可以,下午两点');
  await dialogs().locator('a[data-picture]').click();
  await dialogs().nth(1).waitFor();
  expect(await dialogs().count()).toBe(2);
  expect(await dialogs().last().getByRole('button', { name: 'Next picture' }).count()).toBe(0);
  await page.keyboard.press('Escape');
  expect(await dialogs().count()).toBe(1);
  await page.keyboard.press('Escape');
  expect(await dialogs().count()).toBe(0);
});

it('records in records open in the same sheet, with the path back', async () => {
  await page.locator('[data-message="3"] summary').first().click();
  await dialogs().getByRole('button', { name: 'Open record' }).click();
  await dialogs().getByRole('button', { name: 'Open record' }).click();
  expect(await dialogs().innerText()).toContain('第三层');
  const path = dialogs().getByRole('navigation');
  expect(await path.getByRole('listitem').allInnerTexts()).toEqual(['转发的转发', '中间层', '更早的聊天记录']);
  await page.keyboard.press('Backspace');
  expect(await path.getByRole('listitem').count()).toBe(2);
  await path.getByRole('button', { name: '转发的转发' }).click();
  expect(await dialogs().innerText()).toContain('外层文字');
  await dialogs().getByRole('button', { name: 'Close' }).click();
  expect(await dialogs().count()).toBe(0);
  expect(sheet.complaints).toEqual([]);
  expect(sheet.outside).toEqual([]);
});

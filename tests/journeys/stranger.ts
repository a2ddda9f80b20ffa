import { fileURLToPath } from 'node:url';
import { createI18n } from '@highwater/i18n';
import type { Browser, Page } from 'playwright';
import { expect } from 'vitest';

/** Pictures of what stood there instead; not kept in the repository. */
const OUTPUT = fileURLToPath(new URL('./.output', import.meta.url));

/** The words of the interface as a Chinese reader sees them; pages are found by what stands on them. */
export const { t } = createI18n('zh-CN');

/** A person with a browser of its own. What the console complains about is kept and must be nothing. */
export interface Stranger {
  readonly page: Page;
  readonly complaints: readonly string[];
  open(path: string): Promise<void>;
  press(label: string): Promise<void>;
  fill(label: string, text: string): Promise<void>;
  /** Waits for a text somewhere on the page. */
  see(text: string | RegExp, seconds?: number): Promise<void>;
}

export async function meetStranger(browser: Browser, origin: string): Promise<Stranger> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 1280, height: 860 },
    acceptDownloads: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    // A refused form answers 4xx on purpose, and Chromium reports every such answer. An answer that nobody waits for
    // any more, as one went on to the next page, is reported by the router that gave it up.
    const isExpected = /status of 4\d\d|^AbortError: signal is aborted without reason/.test(message.text());
    if (message.type() === 'error' && !isExpected) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return {
    page,
    complaints,
    async open(path) {
      await page.goto(path.startsWith('http') ? path : `${origin}${path}`);
    },
    async press(label) {
      await page.getByRole('button', { name: label, exact: true }).first().click();
    },
    async fill(label, text) {
      await page.getByLabel(label, { exact: true }).first().fill(text);
    },
    async see(text, seconds = 20) {
      const sight = page.getByText(text).first();
      await sight.waitFor({ timeout: seconds * 1000 }).catch(async (error: unknown) => {
        await page.screenshot({ path: `${OUTPUT}/not-seen-${Date.now()}.png` });
        throw error;
      });
    },
  };
}

/** Asserts that a text is nowhere on the page now. */
export async function seesNothingOf(stranger: Stranger, text: string): Promise<void> {
  expect(await stranger.page.getByText(text).count()).toBe(0);
}

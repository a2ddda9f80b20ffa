import type { Browser, BrowserContext, Page } from 'playwright';

export interface SheetLook {
  readonly language: 'zh-CN' | 'en';
  readonly dark: boolean;
  readonly width: number;
  /** False for a reader without script. */
  readonly script?: boolean;
  /** Answers below /sheet.js. */
  readonly code?: string;
}

/** A page with the sheet on it, and what it asked for that is not on its own origin. */
export interface SheetPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly outside: readonly string[];
  readonly complaints: readonly string[];
}

export const SHEET_ORIGIN = 'http://sheet.test';

/** The columns and bubbles of the sheet; everything inside of them is the product's own. */
const FRAME = `
  .sheet { padding: 24px; columns: 3 420px; column-gap: 24px; }
  .sheet-case { break-inside: avoid; padding: 10px 0 14px; border-bottom: 1px solid var(--hw-line); }
  .sheet-name { color: var(--hw-muted); font: 11px/1.6 monospace; margin-bottom: 4px; }
  .sheet-bubble { background: var(--hw-surface-2); border-radius: 10px; padding: 8px 12px; width: fit-content; max-width: 100%; }
  .sheet-plain { max-width: 36rem; }
  .sheet-column { padding: 16px; display: flow-root; }
  .neighbour { padding: 2px 0; }
`;

/** Stand-in for archived pictures: a quiet landscape, the same everywhere. */
const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="428" viewBox="0 0 640 428">
<rect width="640" height="428" fill="#b9d3da"/><circle cx="500" cy="96" r="42" fill="#f4e3b2"/>
<path d="M0 300 170 150 300 280 420 190 640 330V428H0z" fill="#6f9a8d"/><path d="M0 360 220 280 640 380V428H0z" fill="#4d7466"/></svg>`;

export async function openSheetPage(browser: Browser, html: string, css: string, look: SheetLook): Promise<SheetPage> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: 900 },
    locale: look.language,
    timezoneId: 'Asia/Shanghai',
    colorScheme: look.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    deviceScaleFactor: 1,
    javaScriptEnabled: look.script ?? true,
  });
  const page = await context.newPage();
  const outside: string[] = [];
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    if (url.origin !== SHEET_ORIGIN) {
      outside.push(url.href);
      return route.abort();
    }
    if (url.pathname === '/') return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
    if (url.pathname === '/sheet.js') return route.fulfill({ contentType: 'text/javascript', body: look.code ?? '' });
    if (url.pathname === '/sheet.css') return route.fulfill({ contentType: 'text/css', body: css + FRAME });
    if (/^\/media\/(?:image|emotion|video)$/.test(url.pathname))
      return route.fulfill({ contentType: 'image/svg+xml', body: PICTURE });
    return route.fulfill({ status: 204, body: '' });
  });
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(`${SHEET_ORIGIN}/`, { waitUntil: 'load' });
  // Pictures wait until they are seen; on a sheet all are.
  await page.evaluate(async () => {
    const pictures = [...document.images];
    for (const picture of pictures) picture.loading = 'eager';
    await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)));
    await document.fonts.ready;
  });
  return { page, context, outside, complaints };
}

/** A whole page around drawn messages. */
export function sheetDocument(markup: string, language: string): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Messages</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/sheet.css"></head><body>${markup}</body></html>`;
}

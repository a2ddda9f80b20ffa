import type { Browser, Page } from 'playwright';
import { kindCoverage } from '../../packages/message-view/src/kind-coverage.generated.ts';
import type { Drawing } from './open-drawing.ts';
import { openSheetPage, sheetDocument } from './open-sheet-page.ts';

type DrawSheet = (request: { language: 'zh-CN' | 'en'; names?: readonly string[] }) => string;

/** States of files and marks that a kind alone does not show. */
const STATES = ['state/image_absent', 'state/file_without_text', 'state/recalled_text', 'state/searched_words'];

/** One sample of each kind, and the states. */
export const SHOWN: readonly string[] = [...kindCoverage.map(({ proof }) => proof), ...STATES];

export const REFERENCES = 'packages/message-view/fixtures/pictures';
export const THEMES = ['light', 'dark'] as const;

export interface KindPictures {
  /** Path below the folder of references → PNG. */
  readonly pictures: ReadonlyMap<string, Buffer>;
  /** Says with which fonts and browser they were made: others draw other pixels. */
  readonly fonts: string;
}

/** The browser's own controls turn a wheel while they wait for the file. */
const STILL = 'video::-webkit-media-controls { display: none !important; }';

/** Draws one of each kind, and the states, in both themes at one fixed width. */
export async function takeKindPictures(browser: Browser, drawing: Drawing): Promise<KindPictures> {
  const css = await drawing.readStylesheet();
  const { drawSheet } = (await drawing.load('packages/message-view/src/testing/draw-sheet.tsx')) as {
    drawSheet: DrawSheet;
  };
  const html = sheetDocument(drawSheet({ language: 'zh-CN', names: SHOWN }), 'zh-CN');
  const pictures = new Map<string, Buffer>();
  let fonts = '';
  for (const theme of THEMES) {
    const look = { language: 'zh-CN', dark: theme === 'dark', width: 420 } as const;
    const { page, context } = await openSheetPage(browser, html, css, look);
    fonts = await nameFonts(page, browser.version());
    for (const name of SHOWN) {
      const picture = await page
        .locator(`[data-case="${name}"] > div`)
        .screenshot({ animations: 'disabled', caret: 'hide', scale: 'css', style: STILL });
      pictures.set(`${theme}/${name.replace('/', '-')}.png`, picture);
    }
    await context.close();
  }
  return { pictures, fonts };
}

/** Widths of a few words: two machines with the same ones draw with the same fonts. */
async function nameFonts(page: Page, version: string): Promise<string> {
  const widths = await page.evaluate(() => {
    const brush = document.createElement('canvas').getContext('2d');
    const { fontFamily } = getComputedStyle(document.body);
    if (brush === null) return [];
    return [`14px ${fontFamily}`, `600 14px ${fontFamily}`, '12px monospace'].map((font) => {
      brush.font = font;
      return brush.measureText('青禾果业 Highwater 2026-11-22 ¥30.00').width.toFixed(3);
    });
  });
  return `Chromium ${version.split('.')[0]}; ${widths.join(' ')}`;
}

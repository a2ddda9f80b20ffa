import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ROOT } from '../../infra/processes/run-command.ts';
import { findSerious } from './find-serious.ts';
import { comparePictures } from '../../infra/screenshots/compare-pictures.ts';
import { REFERENCES, SHOWN, takeKindPictures, type KindPictures } from '../../infra/screenshots/kind-pictures.ts';
import { CHROMIUM_ARGS } from '../../infra/screenshots/open-browser.ts';
import { openDrawing, type Drawing } from '../../infra/screenshots/open-drawing.ts';
import {
  openSheetPage,
  sheetDocument,
  type SheetLook,
  type SheetPage,
} from '../../infra/screenshots/open-sheet-page.ts';

/** Pictures that are not as wanted; not kept in the repository. */
const OUTPUT = join(ROOT, 'tests/journeys/.output/drawn-messages');
/** Above what a browser's patch version moves, below what a lost line or colour does. */
const MOST = 0.004;
const LIGHT = { language: 'en', dark: false, width: 420 } as const;

let browser: Browser;
let drawing: Drawing;
let css: string;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: inject('chromium'), args: [...CHROMIUM_ARGS] });
  drawing = await openDrawing();
  css = await drawing.readStylesheet();
});

afterAll(async () => {
  await browser?.close();
  await drawing?.close();
});

describe('one of each kind', () => {
  let drawn: KindPictures;
  let sameFonts: boolean;
  beforeAll(async () => {
    drawn = await takeKindPictures(browser, drawing);
    const wanted = readFileSync(join(ROOT, REFERENCES, 'fonts.txt'), 'utf8').trim();
    sameFonts = drawn.fonts === wanted;
    if (!sameFonts)
      console.warn(
        `Drawn messages are compared by their size only: this machine draws with ${drawn.fonts}, the references were made with ${wanted}. With chromium and fonts-noto-cjk of Debian 12 alone, pixels are compared.`,
      );
  });

  it('has its reference picture, and no reference is left over', () => {
    const missing = [...drawn.pictures.keys()].filter((name) => !existsSync(join(ROOT, REFERENCES, name)));
    expect(missing, 'npm run picture-sheet -- --references writes them').toEqual([]);
  });

  it('looks as it did', () => {
    const others = [...drawn.pictures].flatMap(([name, picture]) => {
      const { share, sizes, marked } = comparePictures(readFileSync(join(ROOT, REFERENCES, name)), picture);
      if (sameFonts ? share <= MOST : isAlike(sizes)) return [];
      keep(name, picture);
      if (marked !== null) keep(name.replace('.png', '.difference.png'), marked);
      return [`${name}: ${(share * 100).toFixed(2)} % of the pixels (${sizes})`];
    });
    expect(others, `see ${OUTPUT}; npm run picture-sheet -- --references takes them as they are now`).toEqual([]);
  });

  it('is told from another kind: the comparison sees a difference', () => {
    const [one, other] = ['light/todo-normal.png', 'light/vote-start_flat.png'].map((name) => drawn.pictures.get(name));
    if (one === undefined || other === undefined) throw new Error('a kind was not drawn');
    expect(comparePictures(one, other).share).toBeGreaterThan(MOST);
    expect(comparePictures(one, one).share).toBe(0);
  });
});

/** The sheet of one of each kind, in a look of one's choice. */
async function openKinds(look: SheetLook): Promise<SheetPage> {
  const { drawSheet } = (await drawing.load('packages/message-view/src/testing/draw-sheet.tsx')) as {
    drawSheet: (request: { language: 'zh-CN' | 'en'; names: readonly string[] }) => string;
  };
  const html = sheetDocument(drawSheet({ language: look.language, names: SHOWN }), look.language);
  return openSheetPage(browser, html, css, look);
}

describe('one of each kind, to those who see or use it otherwise', () => {
  it('leaves axe nothing to say that is serious', async () => {
    const { page, context } = await openKinds({ language: 'zh-CN', dark: false, width: 420 });
    expect(await findSerious(page)).toEqual([]);
    await context.close();
  });

  it('has enough contrast in the dark', async () => {
    const { page, context } = await openKinds({ language: 'en', dark: true, width: 420 });
    expect(await findSerious(page, ['color-contrast'])).toEqual([]);
    await context.close();
  });

  it('lets a voice be played and a record be read where no script runs', async () => {
    const { page, context } = await openKinds({ language: 'zh-CN', dark: false, width: 420, script: false });
    const voice = page.locator('[data-kind="voice"]').first();
    expect(await voice.locator('audio[controls]').isVisible()).toBe(true);
    expect(await voice.getByRole('button').count()).toBe(0);
    const record = page.locator('[data-kind="chatrecord"]').first();
    await record.locator('summary').first().click();
    expect(await record.getByRole('list').last().isVisible()).toBe(true);
    await context.close();
  });

  it('shows the player of our own where script runs', async () => {
    const { page, context } = await openKinds({ language: 'zh-CN', dark: false, width: 420 });
    const voice = page.locator('[data-kind="voice"]').first();
    expect(await voice.locator('audio').isVisible()).toBe(false);
    expect(await voice.getByRole('button').isVisible()).toBe(true);
    await context.close();
  });
});

describe('a hostile message', () => {
  it('would be noticed: the watch sees a dialog and a request to another host', async () => {
    const markup = '<img src="/media/x" onerror="alert(1)"><img src="https://evil.example/p.png">';
    const { context, outside, complaints } = await openSheetPage(browser, sheetDocument(markup, 'en'), css, LIGHT);
    expect(outside).toEqual(['https://evil.example/p.png']);
    expect(complaints.join()).toContain('dialog: 1');
    await context.close();
  });

  it.each(['everything', 'addresses', 'long'])(
    '%s: runs nothing, asks nobody, moves nothing beside it',
    async (name) => {
      const { hostileSheet } = (await drawing.load('packages/message-view/src/testing/draw-hostile.tsx')) as {
        hostileSheet: (name: string) => string;
      };
      const { page, context, outside, complaints } = await openSheetPage(
        browser,
        sheetDocument(hostileSheet(name), 'en'),
        css,
        LIGHT,
      );
      // Nothing may be clicked by accident either: what opens is opened.
      await page.evaluate(() => {
        for (const one of document.querySelectorAll('details')) one.open = document.images.length > 0;
      });
      const place = await page.evaluate(() => {
        const neighbours = [...document.querySelectorAll<HTMLElement>('.neighbour')];
        return {
          wide: document.documentElement.scrollWidth - window.innerWidth,
          seen: neighbours.filter(({ offsetWidth, offsetHeight }) => offsetWidth > 40 && offsetHeight > 10).length,
          neighbours: neighbours.length,
          covered: neighbours.filter((neighbour) => {
            const box = neighbour.getBoundingClientRect();
            const above = neighbour.previousElementSibling?.getBoundingClientRect();
            return above === undefined || above.bottom > box.top + 1;
          }).length,
        };
      });
      expect(complaints).toEqual([]);
      expect(outside).toEqual([]);
      expect(place.wide).toBeLessThanOrEqual(0);
      expect(place.seen).toBe(place.neighbours);
      expect(place.covered).toBe(0);
      await context.close();
    },
  );
});

function keep(name: string, picture: Buffer): void {
  const path = join(OUTPUT, name.replace('/', '-'));
  mkdirSync(OUTPUT, { recursive: true });
  writeFileSync(path, picture);
}

/** Other fonts make other lines; a card that is lost or twice as high is neither. */
function isAlike(sizes: string): boolean {
  const [, wanted = 0, , drawn = 0] = [...sizes.matchAll(/(\d+) × (\d+)/g)].flatMap(([, w, h]) => [
    Number(w),
    Number(h),
  ]);
  return drawn > wanted * 0.6 && drawn < wanted * 1.6;
}

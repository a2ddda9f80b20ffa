import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright';
import { ROOT, runCommand } from '../processes/run-command.ts';
import { Sentence } from '../processes/sentence.ts';
import { REFERENCES, takeKindPictures } from '../screenshots/kind-pictures.ts';
import { openBrowser } from '../screenshots/open-browser.ts';
import { openDrawing, type Drawing } from '../screenshots/open-drawing.ts';
import { openSheetPage, sheetDocument } from '../screenshots/open-sheet-page.ts';

type DrawSheet = (request: { language: 'zh-CN' | 'en'; names?: readonly string[] }) => string;

const LOOKS = [
  { name: 'desktop-light', language: 'zh-CN', width: 1400, dark: false },
  { name: 'desktop-dark', language: 'zh-CN', width: 1400, dark: true },
  { name: 'phone-light', language: 'zh-CN', width: 360, dark: false },
  { name: 'phone-dark', language: 'zh-CN', width: 360, dark: true },
  { name: 'desktop-light-en', language: 'en', width: 1400, dark: false },
] as const;

/**
 * `npm run picture-sheet [-- --out DIR] [-- --only NAME]`: every sample message as it is drawn, light and dark, on a
 * desk and on a phone. The pictures are to be looked at; they are not kept in the repository.
 * `npm run picture-sheet -- --references`: writes the pictures that the journeys compare with, one of each kind.
 */
await runCommand(async (args) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      out: { type: 'string' },
      only: { type: 'string', multiple: true },
      references: { type: 'boolean', default: false },
    },
  });
  const folder = resolve(
    process.env['INIT_CWD'] ?? process.cwd(),
    values.out ?? join(ROOT, '.highwater/picture-sheet'),
  );
  mkdirSync(folder, { recursive: true });
  const drawing = await openDrawing();
  const browser = await openBrowser();
  const problems: string[] = [];
  try {
    if (values.references) return await writeReferences(browser, drawing);
    const css = await drawing.readStylesheet();
    const { drawSheet } = (await drawing.load('packages/message-view/src/testing/draw-sheet.tsx')) as {
      drawSheet: DrawSheet;
    };
    for (const look of LOOKS) {
      const names = values.only === undefined ? {} : { names: values.only };
      const html = sheetDocument(drawSheet({ language: look.language, ...names }), look.language);
      const { page, context, outside, complaints } = await openSheetPage(browser, html, css, look);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wide > 0) problems.push(`${look.name} is ${wide} px wider than the screen`);
      for (const line of [...outside, ...complaints]) problems.push(`${look.name}: ${line}`);
      await page.screenshot({ path: join(folder, `${look.name}.png`), fullPage: true });
      await context.close();
    }
  } finally {
    await browser.close();
    await drawing.close();
  }
  console.log(`The pictures are in ${folder}.`);
  if (problems.length > 0) throw new Sentence(problems.join('\n'));
});

async function writeReferences(browser: Browser, drawing: Drawing): Promise<void> {
  const { pictures, fonts } = await takeKindPictures(browser, drawing);
  const folder = join(ROOT, REFERENCES);
  rmSync(folder, { recursive: true, force: true });
  for (const [name, picture] of pictures) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), picture);
  }
  writeFileSync(join(folder, 'fonts.txt'), `${fonts}\n`);
  console.log(`${pictures.size} pictures are in ${REFERENCES}, made with ${fonts}.`);
}

import type { Answer } from '../process/answer.ts';
import { foldRadicals } from './fold-radicals.ts';
import { createTextKeeper, type TextKeeper } from './keep-text.ts';

const MOST_PAGES = 5_000;

/** The words of a PDF, page by page; those of pages that cannot be read are left out. Scripts in it are never run. */
export async function readPdf(file: Uint8Array): Promise<Answer> {
  const { getDocumentProxy } = await import('unpdf');
  const document = await getDocumentProxy(file, {
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 0,
  });
  const keeper = createTextKeeper();
  const pages = Math.min(document.numPages, MOST_PAGES);
  if (pages < document.numPages) keeper.cut();
  for (let number = 1; number <= pages && !keeper.isFull; number += 1) {
    try {
      await readPage(await document.getPage(number), keeper);
    } catch {
      keeper.cut();
    }
  }
  return keeper.finish();
}

interface Page {
  streamTextContent(): ReadableStream<{ readonly items: readonly object[] }>;
  cleanup(): unknown;
}

/** Piece by piece: one page alone may hold more than is kept. */
async function readPage(page: Page, keeper: TextKeeper): Promise<void> {
  const reader = page.streamTextContent().getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    for (const item of next.value.items) {
      if ('str' in item && typeof item.str === 'string') keeper.add(foldRadicals(item.str));
      if ('hasEOL' in item && item.hasEOL === true) keeper.add('\n');
    }
    // Left as it is: cancelled, it throws at nobody later on. The process ends with its answer.
    if (keeper.isFull) return;
  }
  keeper.add('\n');
  page.cleanup();
}

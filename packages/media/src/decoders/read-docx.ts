import type { Answer } from '../process/answer.ts';
import { DecodeFault } from './decode-fault.ts';
import { createTextKeeper, type TextKeeper } from './keep-text.ts';
import { openPackage } from './open-package.ts';
import { readXml } from './read-xml.ts';

/** The part that makes a package a Word document. */
export const DOCX_BODY = 'word/document.xml';
const PARTS = [
  /^word\/header\d*\.xml$/,
  /^word\/document\.xml$/,
  /^word\/(?:foot|end)notes\.xml$/,
  /^word\/comments\.xml$/,
  /^word\/footer\d*\.xml$/,
];

/** The words of a Word document: headers, body, notes, comments, footers. Deleted text that is still marked is not. */
export async function readDocx(file: Uint8Array): Promise<Answer> {
  const parts = await openPackage(file);
  if (!parts.names.includes(DOCX_BODY)) throw new DecodeFault('copy.unreadable');
  const keeper = createTextKeeper();
  for (const name of PARTS.flatMap((pattern) => parts.names.filter((known) => pattern.test(known)))) {
    if (keeper.isFull) break;
    await readPart(parts.read(name), keeper);
    keeper.add('\n');
  }
  return keeper.finish();
}

async function readPart(bytes: AsyncIterable<Uint8Array>, keeper: TextKeeper): Promise<void> {
  let isWords = false;
  // The same drawing again, for programs that do not know the first.
  let fallbacks = 0;
  await readXml(
    bytes,
    {
      open(name) {
        if (name === 'Fallback') fallbacks += 1;
        if (fallbacks > 0) return;
        isWords = name === 't';
        if (name === 'tab') keeper.add('\t');
        if (name === 'br' || name === 'cr') keeper.add('\n');
      },
      text(text) {
        if (isWords && fallbacks === 0) keeper.add(text);
      },
      close(name) {
        if (name === 'Fallback') fallbacks -= 1;
        if (fallbacks > 0) return;
        isWords = false;
        if (name === 'p') keeper.add('\n');
        if (name === 'tc') keeper.add('\t');
      },
    },
    () => keeper.isFull,
  );
}

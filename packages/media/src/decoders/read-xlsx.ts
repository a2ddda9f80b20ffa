import type { Answer } from '../process/answer.ts';
import { DecodeFault } from './decode-fault.ts';
import { createTextKeeper, type TextKeeper } from './keep-text.ts';
import { openPackage, type OfficePackage } from './open-package.ts';
import { readXml } from './read-xml.ts';

/** The part that makes a package a workbook. */
export const XLSX_BOOK = 'xl/workbook.xml';
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
const STRINGS = 'xl/sharedStrings.xml';
/** Strings that cells name by number, held in memory while sheets are read. */
const MOST_STRINGS = 1_000_000;
const MOST_STRING_CHARACTERS = 8_000_000;

/** The words and numbers of a workbook: names of its sheets, then cell by cell, a line per row. */
export async function readXlsx(file: Uint8Array): Promise<Answer> {
  const parts = await openPackage(file);
  if (!parts.names.includes(XLSX_BOOK)) throw new DecodeFault('copy.unreadable');
  const keeper = createTextKeeper();
  await readSheetNames(parts, keeper);
  const strings = await readStrings(parts, keeper);
  const sheets = parts.names.filter((name) => SHEET.test(name)).toSorted(byNumber);
  for (const name of sheets) {
    if (keeper.isFull) break;
    await readSheet(parts.read(name), strings, keeper);
    keeper.add('\n');
  }
  return keeper.finish();
}

function byNumber(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}

async function readSheetNames(parts: OfficePackage, keeper: TextKeeper): Promise<void> {
  const open = (name: string, { name: title }: Readonly<Record<string, string>>) => {
    if (name === 'sheet' && title !== undefined) keeper.add(`${title}\n`);
  };
  await readXml(parts.read(XLSX_BOOK), { open }, () => keeper.isFull);
}

async function readStrings(parts: OfficePackage, keeper: TextKeeper): Promise<readonly string[]> {
  const strings: string[] = [];
  if (!parts.names.includes(STRINGS)) return strings;
  let characters = 0;
  let pieces: string[] = [];
  let isWords = false;
  // How to pronounce it, written beside it.
  let isPhonetic = false;
  const isEnough = () => strings.length >= MOST_STRINGS || characters >= MOST_STRING_CHARACTERS;
  await readXml(
    parts.read(STRINGS),
    {
      open(name) {
        if (name === 'rPh') isPhonetic = true;
        isWords = name === 't' && !isPhonetic;
      },
      text(text) {
        if (!isWords || isEnough()) return;
        characters += text.length;
        pieces.push(text);
      },
      close(name) {
        isWords = false;
        if (name === 'rPh') isPhonetic = false;
        if (name !== 'si' || isEnough()) return;
        strings.push(pieces.join(''));
        pieces = [];
      },
    },
    () => isEnough() || keeper.isFull,
  );
  if (isEnough()) keeper.cut();
  return strings;
}

async function readSheet(
  bytes: AsyncIterable<Uint8Array>,
  strings: readonly string[],
  keeper: TextKeeper,
): Promise<void> {
  let type: string | undefined;
  let value: 'v' | 't' | undefined;
  let pieces: string[] = [];
  await readXml(
    bytes,
    {
      open(name, { t }) {
        if (name === 'c') type = t;
        value = name === 'v' || name === 't' ? name : undefined;
      },
      text(text) {
        if (value !== undefined) pieces.push(text);
      },
      close(name) {
        value = undefined;
        if (name === 'row') keeper.add('\n');
        if (name !== 'c') return;
        const text = pieces.join('');
        pieces = [];
        if (text !== '') keeper.add(`${type === 's' ? (strings[Number(text)] ?? '') : text}\t`);
      },
    },
    () => keeper.isFull,
  );
}

import type { Answer } from '../process/answer.ts';
import { MOST } from '../process/limits.ts';
import { DecodeFault } from './decode-fault.ts';
import { createTextKeeper } from './keep-text.ts';

/** No encoding takes more than four bytes for a character. */
const MOST_BYTES = MOST.textCharacters * 4;
/** What Chinese text consists of, read in any encoding; noise read as one has other characters too. */
const COMMON =
  /[\t\n\f\r\u0020-\u007e\u00a0-\u00ff\u2000-\u206f\u20ac\u2190-\u22ff\u2460-\u27bf\u3000-\u303f\u3105-\u312f\u4e00-\u9fff\uff00-\uffef]/g;
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/g;
/** A part in so many may be anything: marks of a terminal in a log, a few rare characters. */
const ONE_IN = 20;

/**
 * Text that is only called so: its first bytes do not prove it. Stray control characters and UTF-16 without its mark are
 * taken; throws `copy.unreadable` for what is mostly something else.
 */
export async function readNamedText(file: Uint8Array): Promise<Answer> {
  const keeper = createTextKeeper();
  const bytes = file.subarray(0, MOST_BYTES);
  if (file.length > MOST_BYTES) keeper.cut();
  keeper.add(decodeText(bytes));
  return keeper.finish();
}

function decodeText(bytes: Uint8Array): string {
  const utf8 = decode(bytes, 'utf-8');
  if (utf8 !== undefined && isMost(utf8.length - count(utf8, CONTROLS), utf8)) return utf8;
  for (const encoding of ['utf-16le', 'utf-16be', 'gb18030']) {
    const text = decode(bytes, encoding);
    if (text !== undefined && isMost(count(text, COMMON), text)) return text;
  }
  throw new DecodeFault('copy.unreadable');
}

function isMost(good: number, { length }: string): boolean {
  return length - good <= length / ONE_IN;
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found += 1;
  return found;
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

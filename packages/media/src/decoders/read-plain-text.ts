import type { Answer } from '../process/answer.ts';
import { MOST } from '../process/limits.ts';
import { DecodeFault } from './decode-fault.ts';
import { createTextKeeper } from './keep-text.ts';

/** No encoding takes more than four bytes for a character. */
const MOST_BYTES = MOST.textCharacters * 4;
const ENCODINGS = ['utf-8', 'gb18030'] as const;

/** Text as UTF-8, UTF-16 with its mark, or GB18030. Throws `copy.unreadable` where it is none of them. */
export async function readPlainText(file: Uint8Array): Promise<Answer> {
  const text = decodeText(file.subarray(0, MOST_BYTES));
  const keeper = createTextKeeper();
  if (file.length > MOST_BYTES) keeper.cut();
  keeper.add(text);
  return keeper.finish();
}

function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decode(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return decode(bytes, 'utf-16be');
  for (const encoding of ENCODINGS) {
    try {
      return decode(bytes, encoding);
    } catch {
      // The next one may fit.
    }
  }
  throw new DecodeFault('copy.unreadable');
}

/** `stream` forgives a character that the cut went through. */
function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
}

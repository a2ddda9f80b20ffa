import { foldUnit } from '../normalise/fold-unit.ts';
import { normaliseText } from '../normalise/normalise-text.ts';

/** The hashes of a message's tokens, ascending, each once: of `textTokens(texts)` and of `others` (filter tokens). */
export type TextHasher = (texts: Iterable<string>, others?: Iterable<string>) => number[];

/** Places of the memory: 12 bytes each. A place is taken over by the token that comes there last. */
const PLACES = 2 ** 16;
/** No code point: what stands before the first of a text. */
const NONE = -1;
/** In a place that remembers nothing yet. */
const EMPTY = -2;
const SPACE = 0x20;

/**
 * Tokens of texts as numbers, without writing most of them down: `hash` is asked once per token and the answer is
 * remembered (800 KB, whatever is read), because texts repeat their characters and pairs.
 */
export function createTextHasher(hash: (token: string) => number): TextHasher {
  const firsts = new Int32Array(PLACES).fill(EMPTY);
  const seconds = new Int32Array(PLACES);
  const hashes = new Int32Array(PLACES);
  let found = new Int32Array(1024);
  let count = 0;

  /** Of a pair, or of one code point with NONE before it. */
  function add(first: number, second: number): void {
    const place = (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 16;
    if (firsts[place] !== first || seconds[place] !== second) {
      const written = String.fromCodePoint(second);
      hashes[place] = hash(first === NONE ? `c:${written}` : `b:${String.fromCodePoint(first)}${written}`);
      firsts[place] = first;
      seconds[place] = second;
    }
    keep(hashes[place] ?? 0);
  }

  function keep(value: number): void {
    if (count === found.length) {
      const grown = new Int32Array(found.length * 2);
      grown.set(found);
      found = grown;
    }
    found[count] = value;
    count += 1;
  }

  function addText(codePoints: Iterable<number>): void {
    let previous = NONE;
    for (const codePoint of codePoints) {
      if (codePoint === SPACE) {
        previous = NONE;
        continue;
      }
      add(NONE, codePoint);
      if (previous !== NONE) add(previous, codePoint);
      previous = codePoint;
    }
  }

  /** True when every unit folds by itself; then they are the normalised text. */
  function addSimpleText(text: string): boolean {
    const before = count;
    let previous = NONE;
    for (let at = 0; at < text.length; at += 1) {
      const unit = foldUnit(text.charCodeAt(at));
      if (unit === undefined) {
        count = before;
        return false;
      }
      if (unit === SPACE) {
        previous = NONE;
        continue;
      }
      add(NONE, unit);
      if (previous !== NONE) add(previous, unit);
      previous = unit;
    }
    return true;
  }

  return (texts, others = []) => {
    count = 0;
    for (const token of others) keep(hash(token));
    for (const text of texts) {
      if (!addSimpleText(text)) addText(codePointsOf(normaliseText(text)));
    }
    const sorted = found.subarray(0, count).sort();
    const once: number[] = [];
    for (let at = 0; at < count; at += 1) {
      const value = sorted[at] ?? 0;
      if (at === 0 || value !== sorted[at - 1]) once.push(value);
    }
    // One huge text must not be remembered by its size.
    if (found.length > 2 ** 16) found = new Int32Array(1024);
    return once;
  };
}

function* codePointsOf(text: string): Generator<number> {
  for (const character of text) yield character.codePointAt(0) ?? 0;
}

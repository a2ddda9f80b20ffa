import { createRandom } from '../faults/seeded-random.ts';

/** Invented words that stand nowhere else: where one of them turns up, it came from the company it was given to. */
export interface MadeUp {
  /** "盘点-9f3c…": a word with 12 hex digits after it. */
  word(prefix: string): string;
  /** Of `length` characters that ids of WeCom are made of. */
  letters(length: number): string;
  /** A whole number below `limit`. */
  below(limit: number): number;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** The same seed makes the same words. */
export function createMadeUp(seed: number): MadeUp {
  const random = createRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = (from: string, length: number): string =>
    Array.from({ length }, () => from[below(from.length)]).join('');
  return {
    word: (prefix) => `${prefix}${pick('0123456789abcdef', 12)}`,
    letters: (length) => pick(LETTERS, length),
    below,
  };
}

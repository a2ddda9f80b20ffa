import { findAllHighlights } from './find-all-highlights.ts';
import { findHighlights, type Highlight } from './find-highlights.ts';

/** Characters looked at in one go, and how far the next look goes back: further than any word is long. */
const WINDOW = 4_000;
const OVERLAP = 600;
/** Characters before the first mark, and in all. */
const LEAD = 40;
const SHOWN = 200;

/** A short part of a long text around a word, with where the words stand in it. */
export interface Excerpt {
  readonly text: string;
  readonly ranges: readonly Highlight[];
}

/** The first place of a long text where one of the words stands; undefined where none does. Reads no further than that. */
export function findExcerpt(text: string, words: readonly string[]): Excerpt | undefined {
  for (let start = 0; start < text.length; start += WINDOW - OVERLAP) {
    const window = text.slice(start, start + WINDOW);
    const first = words
      .flatMap((word) => findHighlights(window, word))
      .reduce<Highlight | undefined>(
        (best, range) => (best === undefined || range.start < best.start ? range : best),
        undefined,
      );
    if (first !== undefined) return cut(text, start + first.start, start + first.end, words);
  }
  return undefined;
}

function cut(text: string, start: number, end: number, words: readonly string[]): Excerpt {
  const from = beside(text, Math.max(0, start - LEAD));
  const shown = text.slice(from, beside(text, Math.max(end, from + SHOWN)));
  return { text: shown, ranges: findAllHighlights(shown, words) };
}

/** Not in the middle of a character. */
function beside(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit < 0xe000 ? at + 1 : at;
}

import { findHighlights, type Highlight } from './find-highlights.ts';

/** Where any of the words stands in `text`, left to right; those that overlap are one. */
export function findAllHighlights(text: string, words: readonly string[]): Highlight[] {
  const found = words.flatMap((word) => findHighlights(text, word));
  const ranges: Highlight[] = [];
  for (const range of found.toSorted((one, other) => one.start - other.start || other.end - one.end)) {
    const last = ranges.at(-1);
    if (last === undefined || range.start >= last.end) ranges.push(range);
    else if (range.end > last.end) ranges[ranges.length - 1] = { start: last.start, end: range.end };
  }
  return ranges;
}

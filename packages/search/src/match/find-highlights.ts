import { normaliseText } from '../normalise/normalise-text.ts';
import { normaliseWithOffsets } from '../normalise/normalise-with-offsets.ts';

/** A part of the original text: UTF-16 offsets as `slice` takes them. */
export interface Highlight {
  readonly start: number;
  readonly end: number;
}

/**
 * Where `word` stands in `text`, left to right, without overlaps. Offsets are of the original text and hold whole
 * characters: where normalising made several characters of one (㎏ → kg), all of it is marked.
 */
export function findHighlights(text: string, word: string): Highlight[] {
  const wanted = normaliseText(word);
  if (wanted === '') return [];
  const { text: normalised, starts, ends } = normaliseWithOffsets(text);
  const found: Highlight[] = [];
  for (let at = normalised.indexOf(wanted); at >= 0; at = normalised.indexOf(wanted, at + wanted.length)) {
    const start = starts[at] ?? 0;
    const end = ends[at + wanted.length - 1] ?? text.length;
    const last = found.at(-1);
    if (last !== undefined && start < last.end) found[found.length - 1] = { start: last.start, end };
    else found.push({ start, end });
  }
  return found;
}

import { foldText, INVISIBLE } from './normalise-text.ts';

/** Normalised text and, for each of its UTF-16 units, the piece of the original it came from. */
export interface NormalisedText {
  readonly text: string;
  /** Offset of the piece's first unit in the original, by unit of `text`. */
  readonly starts: readonly number[];
  /** Offset behind the piece's last unit, by unit of `text`. */
  readonly ends: readonly number[];
}

/** No code point below combining marks, and none of the common Chinese ones, joins what stands before it. */
const FIRST_MARK = 0x300;
const CJK_START = 0x4e00;
const CJK_END = 0x9fff;
/** Combining marks, and the vowels and finals of Hangul and Kirat Rai: all that NFKC composes with what stands before it. */
export const JOINS_BEFORE = /^[\p{M}\u1160-\u11ff\u{16d63}-\u{16d6a}]/u;
const SPACE = /^[\s\u0085]$/u;

/** `normaliseText` with offsets; `text` is the same. */
export function normaliseWithOffsets(original: string): NormalisedText {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  // Not asked of `text` itself: reading the end of a growing string copies it each time.
  let endsInSpace = false;
  for (const { start, end } of cutPieces(original)) {
    for (const unit of foldText(original.slice(start, end))) {
      const isSpace = SPACE.test(unit);
      if (isSpace && endsInSpace) ends[ends.length - 1] = end;
      else append(isSpace ? ' ' : unit, start, end);
      endsInSpace = isSpace;
    }
  }
  return { text, starts, ends };

  function append(codePoint: string, start: number, end: number): void {
    text += codePoint;
    for (let at = 0; at < codePoint.length; at += 1) {
      starts.push(start);
      ends.push(end);
    }
  }
}

/** Pieces that normalise independently of each other: a code point with everything that joins it. */
function* cutPieces(original: string): Generator<{ start: number; end: number }> {
  let start = 0;
  let at = 0;
  for (const codePoint of original) {
    if (at > start && !joinsBefore(codePoint)) {
      yield { start, end: at };
      start = at;
    }
    at += codePoint.length;
  }
  if (at > start) yield { start, end: at };
}

/** Whether a code point may be composed with what stands before it; where not, each side normalises by itself. */
export function joinsBefore(codePoint: string): boolean {
  const code = codePoint.codePointAt(0) ?? 0;
  if (code < FIRST_MARK || (code >= CJK_START && code <= CJK_END)) return false;
  // An invisible mark goes, and what stands on its sides meets.
  if (codePoint.replace(INVISIBLE, '') === '') return true;
  return JOINS_BEFORE.test(codePoint.normalize('NFKD'));
}

export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

// Invisible marks, skipped when matching so that they cannot hide a word.
const INVISIBLE = /^[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]$/;

export function foldPlainly(character: string): string {
  // Most characters of a Chinese text are themselves; asking Unicode about each is what costs.
  if (character >= '\u4e00' && character <= '\u9fff') return character;
  if (character <= '\u007f') return character.toLowerCase();
  return INVISIBLE.test(character) ? '' : character.normalize('NFKC').toLowerCase();
}

interface Folded {
  readonly text: string;
  /** For each folded code unit, where its character begins and ends in the original. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

function foldWithPlaces(text: string, fold: (character: string) => string): Folded {
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = '';
  let at = 0;
  for (const character of text) {
    const part = fold(character);
    for (let unit = 0; unit < part.length; unit++) {
      starts.push(at);
      ends.push(at + character.length);
    }
    folded += part;
    at += character.length;
  }
  return { text: folded, starts, ends };
}

/** A text as words are looked for in it. */
export function foldText(text: string, fold: (character: string) => string = foldPlainly): string {
  let folded = '';
  for (const character of text) folded += fold(character);
  return folded;
}

/** Cuts a text into marked and plain pieces; joined they are the text unchanged. */
export function splitHighlights(
  text: string,
  words: readonly string[],
  fold: (character: string) => string = foldPlainly,
): Piece[] {
  const wanted = words.map((word) => foldText(word, fold)).filter((word) => word !== '');
  if (wanted.length === 0 || text === '') return [{ text, marked: false }];
  const folded = foldWithPlaces(text, fold);
  const marks = new Uint8Array(text.length);
  for (const word of wanted) {
    for (let at = folded.text.indexOf(word); at >= 0; at = folded.text.indexOf(word, at + word.length)) {
      marks.fill(1, folded.starts[at], folded.ends[at + word.length - 1]);
    }
  }
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = 1; at <= text.length; at++) {
    if (at < text.length && marks[at] === marks[from]) continue;
    pieces.push({ text: text.slice(from, at), marked: marks[from] === 1 });
    from = at;
  }
  return pieces;
}

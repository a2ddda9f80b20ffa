import { parseJson } from '../parse/json.ts';
import { damaged, readEnvelope, readSeq, type Envelope } from './read-envelope.ts';

/** Of a page that is no JSON as a whole: that its errcode is 0, where its list begins, and that it was not cut off. */
const HEAD = /^\s*\{\s*"errcode"\s*:\s*0\s*,\s*(?:"errmsg"\s*:\s*"[^"\\]*"\s*,\s*)?"chatdata"\s*:\s*\[/;
const TAIL = /\]\s*\}\s*$/;
/** WeCom writes the number first. */
const ENTRY = /\{\s*"seq"\s*:\s*("?)(\d{1,20})\1\s*[,}]/g;

export interface Entries {
  readonly envelopes: readonly Envelope[];
  /** Entries, or runs of bytes between them, without a usable number. */
  readonly unnumbered: number;
}

/**
 * The entries of a page in which the bytes of one entry are no JSON, so that they cost that entry only. An entry begins
 * where its number stands. Undefined when the text is not a whole page with errcode 0: a page that was cut off comes
 * whole when it is asked for again.
 */
export function salvageEntries(text: string): Entries | undefined {
  const head = HEAD.exec(text);
  const tail = TAIL.exec(text);
  if (head === null || tail === null || tail.index < head[0].length) return undefined;
  const list = text.slice(head[0].length, tail.index);
  const starts = [...list.matchAll(ENTRY)];
  const envelopes: Envelope[] = [];
  let unnumbered = holdsSomething(list.slice(0, starts[0]?.index)) ? 1 : 0;
  for (const [at, match] of starts.entries()) {
    const { envelope, rest } = readPiece(list.slice(match.index, starts[at + 1]?.index), match[2] ?? '');
    if (envelope === undefined) unnumbered += 1;
    else envelopes.push(envelope);
    if (holdsSomething(rest)) unnumbered += 1;
  }
  return { envelopes, unnumbered };
}

function holdsSomething(between: string): boolean {
  return /[^\s,]/.test(between);
}

/** The envelope at the beginning of a piece; when it is not whole, the piece is all that is left of it. */
function readPiece(piece: string, digits: string): { envelope: Envelope | undefined; rest: string } {
  const end = objectEnd(piece);
  const value = end === -1 ? undefined : parseJson(piece.slice(0, end))?.value;
  if (value !== undefined) return { envelope: readEnvelope(value), rest: piece.slice(end) };
  const seq = readSeq(digits);
  return { envelope: seq === undefined ? undefined : damaged(seq, piece.replace(/[\s,]+$/, '')), rest: '' };
}

/** Behind the brace that closes the first one; -1 when none does. */
function objectEnd(text: string): number {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '"') inString = !inString;
    else if (inString && char === '\\') at += 1;
    else if (!inString && char === '{') depth += 1;
    else if (!inString && char === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}

import type { Highlight, SearchHit } from '../api/types.ts';

/** Of the message, or of the text of one of its files. */
type Shown = Highlight | SearchHit['fileHighlights'][number];

/** Characters shown before the first mark of a long text, so that the mark is on screen. */
const LEAD = 40;
/** Characters of a text that a hit shows. */
const SHOWN = 240;

interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** Cuts a text at its ranges, and to a window around the first one. */
export function cutHighlight({ text, ranges }: Shown): readonly Piece[] {
  const first = ranges[0]?.start ?? 0;
  const start = first > LEAD && text.length > SHOWN ? first - LEAD : 0;
  const end = Math.min(text.length, start + SHOWN);
  const pieces: Piece[] = start > 0 ? [{ text: '…', marked: false }] : [];
  let at = start;
  for (const range of ranges) {
    if (range.start < at || range.start >= end) continue;
    pieces.push({ text: text.slice(at, range.start), marked: false });
    at = Math.min(range.end, end);
    pieces.push({ text: text.slice(range.start, at), marked: true });
  }
  pieces.push({ text: text.slice(at, end), marked: false });
  if (end < text.length) pieces.push({ text: '…', marked: false });
  return pieces.filter((piece) => piece.text !== '');
}

export function Highlighted({ highlight }: { highlight: Shown }) {
  return (
    <p className="whitespace-pre-wrap">
      {cutHighlight(highlight).map((piece, at) => (piece.marked ? <mark key={at}>{piece.text}</mark> : piece.text))}
    </p>
  );
}

import type { CanonicalMessage, QuotedText } from '@highwater/domain';
import { searchableText } from './searchable-text.ts';

/** Shorter beginnings fit too much to say that they are the same words. */
const SHORTEST_BEGINNING = 4;
/** A quote of this length may have been cut without a mark. */
const MAY_BE_CUT = 20;
const CUT = /(?:…+|\.{3,})$/;

function fold(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** What a client may quote of a message: its words, its title, its file's name; of a reply also its own part alone. */
function quotableTexts(message: CanonicalMessage): string[] {
  const { body } = message;
  const texts = searchableText(message).flatMap(({ field, text }) =>
    field === 'text' || field === 'title' || field === 'file' ? [text] : [],
  );
  return body.kind === 'text' && body.quote !== null ? [...texts, body.quote.reply] : texts;
}

/**
 * Which of some earlier messages, newest first, has the quoted words: the same text, or one that begins with them where
 * the quote was cut. Among several, one of a sender who bears the quote's name, else the newest. A likeness, no proof.
 */
export function matchQuote<Candidate extends { readonly message: CanonicalMessage; readonly names: readonly string[] }>(
  quote: QuotedText,
  candidates: readonly Candidate[],
): Candidate | undefined {
  const whole = fold(quote.quoted);
  if (whole === '') return undefined;
  const beginning = whole.replace(CUT, '').trim();
  const isCut = beginning !== whole ? beginning.length >= SHORTEST_BEGINNING : beginning.length >= MAY_BE_CUT;
  const fits = (text: string) => text === whole || (isCut && text.startsWith(beginning));
  const found = candidates.filter(({ message }) => quotableTexts(message).map(fold).some(fits));
  const name = fold(quote.name);
  return found.find(({ names }) => names.some((each) => fold(each) === name)) ?? found[0];
}

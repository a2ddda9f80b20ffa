/** A part of a question as it was typed. */
export interface QuestionPart {
  readonly text: string;
  readonly isQuoted: boolean;
  /** A minus stands before it. */
  readonly isExcluded: boolean;
}

const SPACE = /^[\s\u0085]$/u;
const MINUS = new Set(['-', '－']);
/** By opening mark: what closes it. */
const CLOSING: Readonly<Record<string, string>> = { '"': '"＂', '＂': '"＂', '“': '”“', '”': '”' };

/** Cuts a question at white space and around quotations, which begin where a word would. */
export function cutQuestion(question: string): QuestionPart[] {
  const characters = [...question];
  const parts: QuestionPart[] = [];
  let at = 0;
  const isEnd = (place: number): boolean => place >= characters.length || SPACE.test(characters[place] ?? '');
  while (at < characters.length) {
    if (isEnd(at)) {
      at += 1;
      continue;
    }
    const isExcluded = MINUS.has(characters[at] ?? '') && !isEnd(at + 1);
    if (isExcluded) at += 1;
    const closing = CLOSING[characters[at] ?? ''];
    const end =
      closing === undefined ? -1 : characters.findIndex((mark, place) => place > at && closing.includes(mark));
    // Nothing between two marks is no phrase: they are looked for themselves.
    if (end > at + 1) {
      parts.push({ text: characters.slice(at + 1, end).join(''), isQuoted: true, isExcluded });
      at = end + 1;
      continue;
    }
    const from = at;
    while (!isEnd(at)) at += 1;
    parts.push({ text: characters.slice(from, at).join(''), isQuoted: false, isExcluded });
  }
  return parts;
}

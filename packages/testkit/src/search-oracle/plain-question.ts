import { foldPlainly } from './fold-plainly.ts';

/** A question as it is typed, and what it means, written down without the product's parser. */
export interface PlainQuestion {
  readonly q: string;
  /** Each clause: one of these stands in a text. */
  readonly clauses: readonly (readonly string[])[];
  /** None of these stands in a text. */
  readonly without: readonly string[];
}

/** The places of the texts that a question means: looked for in each of them, one after the other. */
export function answerPlainly(foldedTexts: readonly string[], question: PlainQuestion): ReadonlySet<number> {
  const clauses = question.clauses.map((clause) => clause.map(foldPlainly));
  const without = question.without.map(foldPlainly);
  const found = new Set<number>();
  for (const [place, text] of foldedTexts.entries()) {
    const holds = clauses.every((clause) => clause.some((word) => text.includes(word)));
    if (holds && !without.some((word) => text.includes(word))) found.add(place);
  }
  return found;
}

import type { SearchQuery } from '@highwater/domain';
import { normaliseText } from '../normalise/normalise-text.ts';
import { cutQuestion, type QuestionPart } from './cut-question.ts';

export type Words = Pick<SearchQuery, 'words' | 'without'>;

/** Between two words; upper case, because "or" is a word that people look for. */
const EITHER = new Set(['OR', '|', '｜', '或']);
const NOT = 'NOT';

/**
 * What a person typed as normalised words: words stand apart by spaces and all are meant; `A OR B` (`A | B`, `A 或 B`)
 * means either, and binds tighter; `-A` or `NOT A` excludes; `"…"` keeps its spaces. An operator without its words and a
 * quotation mark without its other half are words themselves.
 */
export function parseWords(question: string): Words {
  const parts = cutQuestion(question);
  const words: string[][] = [];
  const without = new Set<string>();
  let canJoin = false;
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at];
    if (part === undefined) break;
    const next = parts[at + 1];
    if (canJoin && isPlain(part) && EITHER.has(part.text) && next !== undefined && isWord(next)) {
      words.at(-1)?.push(normaliseText(next.text));
      at += 1;
      continue;
    }
    const excluded = part.isExcluded ? part : isPlain(part) && part.text === NOT ? next : undefined;
    if (excluded !== undefined && normaliseText(excluded.text).trim() !== '') {
      without.add(normaliseText(excluded.text));
      canJoin = false;
      if (excluded === next) at += 1;
      continue;
    }
    if (!isWord(part)) continue;
    words.push([normaliseText(part.text)]);
    canJoin = true;
  }
  return { words: keepDifferent(words), without: [...without] };
}

function isPlain(part: QuestionPart): boolean {
  return !part.isQuoted && !part.isExcluded;
}

function isWord(part: QuestionPart): boolean {
  return !part.isExcluded && normaliseText(part.text).trim() !== '';
}

function keepDifferent(clauses: readonly (readonly string[])[]): string[][] {
  const different = clauses.map((clause) => [...new Set(clause)]);
  return [...new Map(different.map((clause) => [JSON.stringify(clause), clause])).values()];
}

import { parseWords } from '@highwater/search';

/** Words of a search to mark where they stand: as they were typed, and as they are compared. On the server only. */
export function marksOf(q: string): string[] {
  const typed = q.split(/\s+/).map((word) => word.replace(/^["“”＂]+|["“”＂]+$/g, ''));
  const { words, without } = parseWords(q);
  const left = new Set(without);
  const marks = [...words.flat(), ...typed.filter((word) => !word.startsWith('-') && !/^(?:OR|NOT|\||或)$/.test(word))];
  return [...new Set(marks)].filter((mark) => mark !== '' && !left.has(mark));
}

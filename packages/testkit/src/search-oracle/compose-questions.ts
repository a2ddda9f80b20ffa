import { foldPlainly, TRADITIONAL_OF } from './fold-plainly.ts';
import type { PlainQuestion } from './plain-question.ts';

/** Characters of a word. */
const LONGEST = 8;
const SCRIPTS = [/\p{Script=Latin}/u, /\p{Nd}/u, /\p{Extended_Pictographic}/u];

/**
 * Questions out of the texts themselves: parts of one to eight characters, as they stand, in full width, in capitals, in
 * Traditional; around Latin letters, digits and emoji; words of which none, one or several must or must not be there; and
 * words that are in no text. `random` gives numbers from 0 up to 1.
 */
export function composeQuestions(texts: readonly string[], count: number, random: () => number): PlainQuestion[] {
  const below = (end: number): number => Math.floor(random() * end);
  const pick = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;
  const special = SCRIPTS.map((script) => texts.filter((text) => script.test(text)));

  function part(text: string, around?: RegExp): string {
    const characters = [...text];
    const places = around === undefined ? [] : [...characters.keys()].filter((at) => around.test(characters[at] ?? ''));
    const length = 1 + below(LONGEST);
    const first = places.length === 0 ? below(characters.length) : Math.max(0, pick(places) - below(length));
    return characters.slice(first, first + length).join('');
  }
  function word(): string {
    const kind = below(10);
    const script = kind < SCRIPTS.length ? kind : undefined;
    const among = script === undefined ? texts : (special[script] ?? []);
    if (among.length === 0) return word();
    return disguise(part(pick(among), script === undefined ? undefined : SCRIPTS[script]));
  }
  function disguise(text: string): string {
    switch (below(6)) {
      case 0:
        return text.replace(/[!-~]/g, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0));
      case 1:
        return text.toUpperCase();
      case 2:
        return [...text].map((character) => TRADITIONAL_OF.get(character) ?? character).join('');
      case 3:
        return text.normalize('NFD');
      default:
        return text;
    }
  }
  /** Characters that stand in texts, but not beside each other. */
  const absent = (): string =>
    [part(pick(texts)), part(pick(texts))].map((text) => [...text].slice(0, 2).join('')).join('');
  function usable(make: () => string): string {
    for (;;) {
      const made = make();
      if (!/["＂“”]/u.test(made) && foldPlainly(made).trim() !== '') return made;
    }
  }
  const quoted = (text: string): string => `"${text}"`;

  return Array.from({ length: count }, (_, at): PlainQuestion => {
    const [first, second] = [usable(word), usable(word)];
    switch (at % 10) {
      case 0:
        return { q: `${quoted(first)} ${quoted(second)}`, clauses: [[first], [second]], without: [] };
      case 1:
        return { q: `${quoted(first)} OR ${quoted(second)}`, clauses: [[first, second]], without: [] };
      case 2:
        return { q: `${quoted(first)} -${quoted(second)}`, clauses: [[first]], without: [second] };
      case 3: {
        const nowhere = usable(absent);
        return { q: quoted(nowhere), clauses: [[nowhere]], without: [] };
      }
      default:
        return { q: quoted(first), clauses: [[first]], without: [] };
    }
  });
}

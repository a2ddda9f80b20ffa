import { createRandom } from '../../faults/seeded-random.ts';
import { EMPLOYEES } from './compose-archive.ts';

/** What a person may ask, as the API takes it in an address. */
export interface Question {
  readonly name: string;
  readonly query: Readonly<Record<string, string>>;
}

/** How often a text of the corpus must hold a word for it to be common, and how seldom for it to be rare. */
const COMMON = 0.05;
const RARE = 0.005;
const DAY = 86_400_000;

const HAN = /^\p{Script=Han}+$/u;

/** Questions of every class, `each` of them: words of several lengths, common and rare, phrases, two words, filters only. */
export function composeQuestions(
  corpus: readonly string[],
  { each, seed, now }: { readonly each: number; readonly seed: number; readonly now: number },
): readonly Question[] {
  const random = createRandom(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const words = (length: number) => countWords(corpus, length);
  const [single, double, four] = [words(1), words(2), words(4)];
  const share = (count: number): number => count / corpus.length;
  const among = (counted: ReadonlyMap<string, number>, holds: (part: number) => boolean): readonly string[] =>
    [...counted].flatMap(([word, count]) => (holds(share(count)) ? [word] : []));
  const classes: Readonly<Record<string, () => Readonly<Record<string, string>>>> = {
    'one character, common': word(among(single, (part) => part >= COMMON)),
    'one character, rare': word(among(single, (part) => part > 0 && part <= RARE)),
    'two characters, common': word(among(double, (part) => part >= COMMON / 2)),
    'two characters, rare': word(among(double, (part) => part > 0 && part <= RARE)),
    'four characters': word([...four.keys()]),
    phrase: () => ({ q: `"${phraseOf(pick(corpus))}"` }),
    'two words': () => ({ q: `${pick([...double.keys()])} ${pick([...double.keys()])}` }),
    'words of one text': () => {
      const text = [...pick(corpus)];
      const at = Math.floor(random() * Math.max(1, text.length - 8));
      return { q: `${text.slice(at, at + 2).join('')} ${text.slice(at + 4, at + 7).join('')}` };
    },
    'a person': () => ({ person: pick(EMPLOYEES) }),
    'a kind': () => ({ kind: pick(['file', 'link', 'image', 'voice', 'location']) }),
    'files of a person from outside': () => ({ person: pick(EMPLOYEES), media: 'true', direction: 'inbound' }),
    nothing: () => ({}),
  };
  function word(candidates: readonly string[]) {
    return () => ({ q: pick(candidates) });
  }
  function phraseOf(text: string): string {
    const all = [...text].filter((character) => character !== '"');
    const length = 5 + Math.floor(random() * 6);
    const at = Math.floor(random() * Math.max(1, all.length - length));
    return all
      .slice(at, at + length)
      .join('')
      .trim();
  }
  return Object.entries(classes).flatMap(([name, make]) =>
    Array.from({ length: each }, (_, at): Question => {
      const query = make();
      if (at % 2 === 0) return { name, query };
      return { name, query: { ...query, from: String(now - 30 * DAY), until: String(now) } };
    }),
  );
}

/** In how many texts each run of Chinese characters of a length stands. */
function countWords(corpus: readonly string[], length: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of corpus) {
    const characters = [...text];
    const seen = new Set<string>();
    for (let at = 0; at + length <= characters.length; at += 1) {
      const word = characters.slice(at, at + length).join('');
      if (HAN.test(word)) seen.add(word);
    }
    for (const word of seen) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

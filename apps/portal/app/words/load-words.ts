import { LANGUAGES } from '@highwater/domain';
import type { FlatWords } from '@highwater/i18n';
import { makeI18n } from '@highwater/i18n/make';
import { provideI18n, tellArrival } from './page-i18n.ts';
import { readSaidFaults } from './said-faults.tsx';

/** Of a browser's page. Names of files are those of all LANGUAGES, with spaces between; empty where there are none. */
const language = LANGUAGES.find((each) => each === document.documentElement.lang) ?? LANGUAGES[0];
const words: Record<string, string> = {};
provideI18n(makeI18n(language, words, standFor));

/** Files that a page which the server drew can be taken over without. */
const postponed = new Set<string>();
let isTakenOver = false;
let isComplete = false;
let isMissed = false;

async function add(names: string): Promise<void> {
  const name = names.split(' ')[LANGUAGES.indexOf(language)];
  if (!name) return;
  const file: { readonly default: FlatWords } = await import(/* @vite-ignore */ `/assets/${name}.js`);
  Object.assign(words, file.default);
}

/** Adds the words of a route. `later` are those that a page which the server drew has as far as it shows them. */
export async function loadWords(names: string, later: string): Promise<void> {
  if (!isTakenOver) postponed.add(later);
  await Promise.all([add(names), isTakenOver ? add(later) : undefined]);
}

/** To be called before the page is taken over: from then on whatever is drawn anew has all of its words. */
export function takeOverWords(): void {
  isTakenOver = true;
  Object.assign(words, readSaidFaults());
  setTimeout(async () => {
    await Promise.all(Array.from(postponed, add));
    isComplete = true;
    if (isMissed) tellArrival();
  });
}

/** A word that is not there shows as its key: a mistake of ours, of which the console and every journey hear. */
function standFor(key: string): string {
  if (!isComplete && /^faults\b/.test(key)) {
    isMissed = true;
    return '…';
  }
  reportError(new Error(`The words of this page lack ${key}`));
  return key;
}

import { LANGUAGES } from '@highwater/domain';
import type { FlatWords } from '@highwater/i18n';
import { makeI18n } from '@highwater/i18n/make';
import { provideI18n } from './page-i18n.ts';

const words: Record<string, string> = {};
const language = LANGUAGES.find((each) => each === document.documentElement.lang) ?? LANGUAGES[0];
const i18n = makeI18n(language, words, tellMissing);

/** A word that is not there shows as its key. It is a mistake of ours: the console and every journey hear of it. */
function tellMissing(key: string): void {
  reportError(new Error(`The words of this page lack ${key}`));
}

/** In a browser, adds the words of a route. `names` are those of its files, in the order of LANGUAGES. */
export async function loadWords(names: string): Promise<void> {
  const name = names.split(' ')[LANGUAGES.indexOf(language)];
  if (name) {
    const file: { readonly default: FlatWords } = await import(/* @vite-ignore */ `/assets/${name}.js`);
    Object.assign(words, file.default);
  }
  provideI18n(i18n);
}

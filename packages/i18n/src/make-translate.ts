import type { Language } from '@highwater/domain';

/** Texts by their full path: "search.title". */
export type FlatWords = Readonly<Record<string, string>>;

type Values = Readonly<Record<string, string | number>>;

/** Stands where a value was not given. */
const NO_VALUE = '—';

/**
 * Looks a text up and puts the values in the place of its {{placeholders}}, as they are: who shows the text escapes it.
 * A `count` that is a number chooses among `key_one` and `key_other`, as the language counts. For a key without a
 * text stands what `missing` says, or the key. The words are read at every call, so they may grow.
 */
export function makeTranslate(
  language: Language,
  words: FlatWords,
  missing: (key: string) => string = (key) => key,
): (key: string, values?: Values) => string {
  const rules = new Intl.PluralRules(language);
  const find = (key: string): string | undefined => (Object.hasOwn(words, key) ? words[key] : undefined);
  return (key, values = {}) => {
    const { count } = values;
    const counted = typeof count === 'number' ? find(`${key}_${rules.select(count)}`) : undefined;
    const text = counted ?? find(key);
    if (text === undefined) return missing(key);
    return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? NO_VALUE));
  };
}

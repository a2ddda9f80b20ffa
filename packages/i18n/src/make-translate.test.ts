import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FLAT_WORDS } from './flat-words.ts';
import { makeTranslate } from './make-translate.ts';

const words = {
  greeting: '{{name}} met {{other}}',
  total_one: '{{count}} thing',
  total_other: '{{count}} things',
  plain: 'no number: {{count}}',
};
const t = makeTranslate('en', words);

describe('a text', () => {
  it('takes its values as they are and shows a dash for one that is not given', () => {
    expect(t('greeting', { name: '$& <b>{{other}}</b>' })).toBe('$& <b>{{other}}</b> met —');
  });

  it('is chosen by a count, as the language counts', () => {
    expect([0, 1, 2, 1.5].map((count) => t('total', { count }))).toEqual([
      '0 things',
      '1 thing',
      '2 things',
      '1.5 things',
    ]);
    expect(makeTranslate('zh-CN', words)('total', { count: 1 })).toBe('1 things');
  });

  it('with a count that chooses nothing is the one of that key', () => {
    expect(t('plain', { count: 1 })).toBe('no number: 1');
    expect(t('plain', { count: '1' })).toBe('no number: 1');
  });

  it('that is not there shows as its key, or as what stands for it', () => {
    expect(t('constructor')).toBe('constructor');
    expect(makeTranslate('en', words, (key) => `<${key}>`)('nothing', { count: 1 })).toBe('<nothing>');
  });

  it('may come later', () => {
    const growing: Record<string, string> = {};
    const late = makeTranslate('en', growing);
    expect(late('greeting')).toBe('greeting');
    growing['greeting'] = 'Hello';
    expect(late('greeting')).toBe('Hello');
  });
});

it.each(['zh-CN', 'en'] as const)('every text in %s holds exactly the values given', (language) => {
  const say = makeTranslate(language, FLAT_WORDS[language]);
  const names = (text: string) => Array.from(text.matchAll(/\{\{(\w+)\}\}/g), ([, name = '']) => name);
  fc.assert(
    fc.property(fc.constantFrom(...Object.entries(FLAT_WORDS[language])), fc.string(), ([key, text], value) => {
      const values = Object.fromEntries(names(text).map((name) => [name, value]));
      expect(say(key, values)).toBe(text.split(/\{\{\w+\}\}/).join(value));
    }),
  );
});

import fc from 'fast-check';
import type { ConversationId, PersonKey, RoomId } from '@highwater/domain';
import { describe, expect, it } from 'vitest';
import { arbitraryText } from '../arbitrary-text.ts';
import { matches } from '../match/matches.ts';
import { normaliseText } from '../normalise/normalise-text.ts';
import { filterToken } from './filter-token.ts';
import { queryTokens } from './query-tokens.ts';
import { textTokens } from './text-tokens.ts';

/** What stands between spaces once it is normalised. */
const wordsOf = (typed: string): string[] =>
  normaliseText(typed)
    .split(' ')
    .filter((word) => word !== '');

describe('textTokens', () => {
  it('has every code point and every pair of neighbours', () => {
    expect([...textTokens(['上海A😀'])].sort()).toEqual(
      ['c:上', 'c:海', 'c:a', 'c:😀', 'b:上海', 'b:海a', 'b:a😀'].sort(),
    );
  });

  it('has no pair over a space or from one text to the next', () => {
    expect([...textTokens(['上 海', '东'])].sort()).toEqual(['c:上', 'c:海', 'c:东'].sort());
  });
});

describe('queryTokens', () => {
  it.each([
    ['海', ['c:海']],
    ['上海', ['b:上海']],
    ['哈哈哈', ['b:哈哈']],
    ['東邊', ['b:东边']],
    ['😀', ['c:😀']],
    ['a bc', ['b:bc', 'c:a']],
    ['', []],
    [' ', []],
  ])('of %j are %j', (word, tokens) => {
    expect(queryTokens(word)).toEqual(tokens);
  });
});

it('whatever part of a text is typed, its tokens are among the text’s and it matches', () => {
  fc.assert(
    fc.property(
      fc.array(arbitraryText, { minLength: 1, maxLength: 3 }),
      fc.nat(2),
      fc.nat(30),
      fc.nat(30),
      (texts, which, from, size) => {
        const text = texts[which % texts.length] ?? '';
        const part = [...normaliseText(text)].slice(from, from + size).join('');
        const tokens = textTokens(texts);
        const words = wordsOf(part);
        expect(words.flatMap(queryTokens).filter((token) => !tokens.has(token))).toEqual([]);
        expect(queryTokens(part).filter((token) => !tokens.has(token))).toEqual([]);
        expect(matches(texts, words)).toBe(true);
        expect(matches([text], [part])).toBe(true);
      },
    ),
    { numRuns: 3000 },
  );
});

it('a text that matches has the tokens, whatever is typed', () => {
  fc.assert(
    fc.property(arbitraryText, arbitraryText, (text, query) => {
      const words = wordsOf(query);
      const tokens = textTokens([text]);
      fc.pre(matches([text], words));
      for (const token of words.flatMap(queryTokens)) expect(tokens).toContain(token);
    }),
    { numRuns: 1000 },
  );
});

describe('matches', () => {
  it.each([
    ['我家在上海东边', '上海', true],
    ['我家在上海東邊', '东边', true],
    ['我家在上海东边', '海', true],
    ['我家在上海东边', '上边', false],
    ['Meet at ３pm', '3PM', true],
    ['上海 和 北京', '北京 上海', true],
    ['上海', '北京 上海', false],
  ])('%j and the words %j: %j', (text, query, expected) => {
    expect(matches([text], wordsOf(query))).toBe(expected);
  });

  it('finds words in different texts, but no word across two', () => {
    expect(matches(['上海', '北京'], ['上海', '北京'])).toBe(true);
    expect(matches(['上', '海'], ['上海'])).toBe(false);
  });
});

it('filter tokens keep the id as it is and never equal a text token', () => {
  const person = filterToken.person('wmABC' as PersonKey);
  const room = filterToken.room('wrABC' as RoomId);
  const conversation = filterToken.conversation('c-1' as ConversationId);
  expect([person, room, conversation, filterToken.kind('text')]).toEqual(['p:wmABC', 'r:wrABC', 'v:c-1', 'k:text']);
  for (const token of textTokens(['p:wmABC r:wrABC'])) expect(token).toMatch(/^[cb]:/);
});

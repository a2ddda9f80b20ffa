import {
  EVERY_MESSAGE,
  type AccessCondition,
  type MessageKind,
  type PersonKey,
  type RoomId,
  type SearchQuery,
} from '@highwater/domain';
import { expect, it } from 'vitest';
import { compileTokenCondition, KINDS_WITH_FILES } from './compile-token-condition.ts';
import { parseWords } from './query/parse-words.ts';

/** Gives each token a number, and the token back for it. */
function numbering() {
  const tokens: string[] = [];
  const hash = (token: string): number => {
    if (!tokens.includes(token)) tokens.push(token);
    return tokens.indexOf(token);
  };
  return { hash, names: (numbers: readonly number[]) => numbers.map((number) => tokens[number]) };
}

function compile(part: Partial<SearchQuery>, access: AccessCondition = { kind: 'all' }) {
  const { hash, names } = numbering();
  const named = (list: readonly number[] | undefined, field: string) =>
    list === undefined ? {} : { [field]: names(list) };
  const {
    all,
    anyOf,
    clauses,
    noneOf,
    access: seen,
    isExact,
  } = compileTokenCondition({ ...EVERY_MESSAGE, ...part }, access, hash);
  return {
    all: names(all),
    anyOf: anyOf.map(names),
    clauses: clauses.map((words) => words.map(names)),
    noneOf: names(noneOf),
    access:
      seen?.map(({ people, with: others, rooms, kindTokens, ...rest }) => ({
        ...named(people, 'people'),
        ...named(others, 'with'),
        ...named(rooms, 'rooms'),
        ...named(kindTokens, 'kindTokens'),
        ...rest,
      })) ?? null,
    isExact,
  };
}
const asked = (question: string) => compile(parseWords(question));
const NOTHING = { all: [], anyOf: [], clauses: [], noneOf: [], access: null, isExact: true };

it('asks for every token of every word', () => {
  expect(asked('合同 草稿纸')).toEqual({ ...NOTHING, all: ['b:合同', 'b:草稿', 'b:稿纸'], isExact: false });
  expect(asked('合')).toEqual({ ...NOTHING, all: ['c:合'] });
});

it('asks for one of the words of a clause, by one list where each of them is one token', () => {
  expect(asked('合同 OR 票')).toEqual({ ...NOTHING, anyOf: [['b:合同', 'c:票']] });
  expect(asked('合同书 OR 票')).toEqual({ ...NOTHING, clauses: [[['b:合同', 'b:同书'], ['c:票']]], isExact: false });
});

it('excludes by tokens only what a token tells exactly', () => {
  expect(asked('-合同 -票')).toEqual({ ...NOTHING, noneOf: ['b:合同', 'c:票'] });
  expect(asked('-合同书')).toEqual({ ...NOTHING, isExact: false });
  expect(asked('-"a b"')).toEqual({ ...NOTHING, isExact: false });
});

it('asks for a person by any of its ids, and for files by the kinds that have some', () => {
  const people = [['wmA', 'wmB'] as unknown[] as PersonKey[]];
  expect(compile({ people })).toEqual({ ...NOTHING, anyOf: [['p:wmA', 'p:wmB']] });
  expect(compile({ hasMedia: true }).anyOf).toEqual([KINDS_WITH_FILES.map((kind) => `k:${kind}`)]);
  expect(compile({ hasMedia: true, kinds: ['file'] as MessageKind[] }).anyOf).toEqual([['k:file']]);
  expect(compile({ hasMedia: false }).anyOf).toEqual([]);
});

it('joins the people whom a reader sees in the same period', () => {
  const person = (key: string) => key as PersonKey;
  const access: AccessCondition = {
    kind: 'where',
    any: [{ people: [person('a')] }, { people: [person('b')], until: 9 }, { people: [person('c'), person('a')] }],
  };
  expect(compile({}, access).access).toEqual([
    { people: ['p:a', 'p:c'], from: null, until: null },
    { people: ['p:b'], from: null, until: 9 },
  ]);
  expect(compile({}, { kind: 'none' }).access).toEqual([]);
});

it('says of a clause only what it asks for, and keeps an empty list empty', () => {
  const person = (key: string) => key as PersonKey;
  const room = 'wrA' as RoomId;
  const access: AccessCondition = {
    kind: 'where',
    any: [
      { people: [person('a')], with: [person('c')], rooms: [room], kinds: ['text'], directions: ['inbound'], from: 3 },
      { people: [person('b')], with: [person('c')], rooms: [room], kinds: ['text'], directions: ['inbound'], from: 3 },
      { with: [person('c')] },
      { people: [] },
      {},
    ],
  };
  const always = { from: null, until: null };
  expect(compile({}, access).access).toEqual([
    {
      people: ['p:a', 'p:b'],
      with: ['p:c'],
      rooms: ['r:wrA'],
      kinds: ['text'],
      kindTokens: ['k:text'],
      directions: ['inbound'],
      from: 3,
      until: null,
    },
    { with: ['p:c'], ...always },
    { people: [], ...always },
    always,
  ]);
});

it('does not ask for a clause in which one word has no tokens: it may stand in any message', () => {
  expect(compile({ words: [['合同草稿', '']] })).toMatchObject({ all: [], anyOf: [], clauses: [] });
});

it('makes tokens of the same clauses once, for each tenant its own', () => {
  const { hash } = numbering();
  const access: AccessCondition = { kind: 'where', any: [{ rooms: ['wrA' as RoomId] }] };
  const tokens = (of: (token: string) => number) => compileTokenCondition(EVERY_MESSAGE, access, of).access;
  expect(tokens(hash)).toBe(tokens(hash));
  expect(tokens(() => 7)).toEqual([{ rooms: [7], from: null, until: null }]);
});

it('asks for a room and for a conversation', () => {
  expect(compile({ roomId: 'wrA' as RoomId }).all).toEqual(['r:wrA']);
  const conversationId = 'c1' as SearchQuery['conversationId'];
  expect(compile({ conversationId }).all).toHaveLength(1);
});

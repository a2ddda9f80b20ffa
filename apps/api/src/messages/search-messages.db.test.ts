import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { makeArchive } from '../testing/archive.ts';
import type { Browser } from '../testing/browser.ts';
import { makeCompany, type Company } from '../testing/company.ts';
import { CUSTOMER, FILE_ID, makeOrchard, ROOM, type Orchard } from '../testing/orchard.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

interface SearchPage {
  readonly items: readonly {
    messageId: string;
    highlights: readonly { field: string; text: string; ranges: readonly { start: number; end: number }[] }[];
  }[];
  readonly coverage: object;
}

let api: TestApi;
let company: Company;
let orchard: Orchard;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
  company = await makeCompany(api);
  orchard = await makeOrchard(api, company);
});
afterAll(() => api.stop());

async function search(browser: Browser, query: Record<string, string | number> | string[][]): Promise<SearchPage> {
  const pairs = Array.isArray(query) ? query : Object.entries(query).map(([name, value]) => [name, String(value)]);
  return (await browser.ask<SearchPage>('GET', `/v1/messages/search?${new URLSearchParams(pairs)}`)).body;
}

/** The names that the orchard has for what was found, in the order found. */
async function found(browser: Browser, query: Parameters<typeof search>[1]): Promise<string[]> {
  const names = new Map(
    Object.entries(orchard).flatMap(([name, said]) => ('messageId' in said ? [[String(said.messageId), name]] : [])),
  );
  return (await search(browser, query)).items.map(({ messageId }) => names.get(messageId) ?? 'unknown');
}

it.each([
  ['one character', '芒', ['hiddenInRoom', 'hiddenPair', 'arrived']],
  ['two characters', '芒果', ['hiddenInRoom', 'hiddenPair', 'arrived']],
  ['characters that stand apart', '芒货', []],
  ['two words that both stand there', '礼盒 芒果', ['arrived']],
  ['half width for full width', 'apple', ['shipping', 'arrived']],
  ['full width for half width', 'Ａｐｐｌｅ', ['shipping', 'arrived']],
  ['simplified for traditional', '谢谢 苹果', ['thanks']],
  ['traditional for simplified', '禮盒', ['shipping', 'arrived']],
  ['the name of a file', '报价', ['quote']],
])('finds %s (%s), newest first', async (_what, q, expected) => {
  expect(await found(company.owner, { q })).toEqual(expected);
});

describe.each([
  ['alone', {}],
  ['with a word', { q: '果' }],
])('filters %s', (_with, words: Record<string, string>) => {
  const holds = (names: string[]) =>
    names.filter(
      (name) => words['q'] === undefined || ['arrived', 'thanks', 'hiddenPair', 'hiddenInRoom'].includes(name),
    );

  it('keep to a person', async () => {
    const expected = holds(['recall', 'mistake', 'quote', 'shipping', 'thanks', 'arrived']);
    expect(await found(company.owner, { ...words, person: 'linxiaoyu' })).toEqual(expected);
  });

  it('keep to two people who are both there', async () => {
    const pairs = [...Object.entries(words), ['person', 'boss'], ['person', 'zhaokai']];
    expect(await found(company.owner, pairs)).toEqual(['hiddenInRoom', 'hiddenPair']);
  });

  it('keep to a room, and to a conversation', async () => {
    const expected = holds(['quote', 'hiddenInRoom', 'shipping']);
    expect(await found(company.owner, { ...words, room: ROOM })).toEqual(expected);
    const conversation = orchard.shipping.conversationId;
    expect(await found(company.owner, { ...words, conversation })).toEqual(expected);
  });

  it('keep to kinds', async () => {
    const pairs = [...Object.entries(words), ['kind', 'file'], ['kind', 'revoke']];
    expect(await found(company.owner, pairs)).toEqual(holds(['recall', 'quote']));
  });

  it('keep to a time, its end excluded', async () => {
    const time = { from: orchard.thanks.sentAt, until: orchard.shipping.sentAt };
    expect(await found(company.owner, { ...words, ...time })).toEqual(['hiddenPair', 'thanks']);
  });
});

it('says where in the original text the words stand', async () => {
  const { items } = await search(company.owner, { q: '苹果 谢' });
  expect(items.map(({ highlights }) => highlights)).toEqual([
    [
      {
        field: 'text',
        text: '收到，謝謝您的蘋果',
        ranges: [
          { start: 3, end: 4 },
          { start: 4, end: 5 },
          { start: 7, end: 9 },
        ],
      },
    ],
  ]);
});

it('says how much was looked through', async () => {
  const whole = { archived: 8, indexed: 8, filesNotReadable: 1, employeesTotal: 3, isNarrowed: false };
  expect((await search(company.owner, { q: '芒' })).coverage).toEqual({ ...whole, employeesSeen: 3 });
  expect((await search(company.viewer, { q: '芒' })).coverage).toEqual({ ...whole, employeesSeen: 1 });
  const waiting = await makeCompany(api, '邻居');
  await makeArchive(api, waiting);
  const none = { filesNotReadable: 0, employeesSeen: 0, employeesTotal: 0, isNarrowed: false };
  expect((await search(waiting.owner, { q: '芒' })).coverage).toEqual({ archived: 4, indexed: 0, ...none });
});

it('finds for a viewer only what its employee took part in, whatever is asked', async () => {
  expect(await found(company.viewer, { q: '芒果' })).toEqual(['arrived']);
  expect(await found(company.viewer, { person: 'zhaokai' })).toEqual([]);
  expect(await found(company.viewer, { q: '果', person: 'boss' })).toEqual([]);
  expect(await found(company.viewer, { room: ROOM })).toEqual(['quote', 'shipping']);
  expect(await found(company.viewer, { person: CUSTOMER })).toHaveLength(6);
});

it('finds nothing of another company', async () => {
  const stranger = await makeCompany(api, '陌生人');
  expect(await found(stranger.owner, { q: '芒果' })).toEqual([]);
  expect(await found(stranger.owner, {})).toEqual([]);
});

it('never answers the id under which WeCom hands out a file', async () => {
  expect(JSON.stringify(await search(company.owner, { q: '报价单' }))).not.toContain(FILE_ID);
  expect(await found(company.owner, { q: FILE_ID })).toEqual([]);
});

it('answers a part of a very long text, wherever in it the words stand', async () => {
  const text = `${'长话'.repeat(20_000)}石榴`;
  await orchard.talk.say({ from: 'linxiaoyu', to: ['chenjie'], text: `${text}${'石榴'.repeat(20_000)}` });
  const response = await company.owner.ask<SearchPage & { items: { message: { body: { text: string } } }[] }>(
    'GET',
    `/v1/messages/search?${new URLSearchParams({ q: '石榴' })}`,
  );
  const [hit] = response.body.items;
  const [highlight] = hit?.highlights ?? [];
  expect(hit?.message.body.text).toHaveLength(4000);
  expect(highlight?.text.length).toBeLessThan(300);
  const first = highlight?.ranges[0];
  expect(highlight?.text.slice(first?.start, first?.end)).toBe('石榴');
  expect(JSON.stringify(response.body).length).toBeLessThan(20_000);
});

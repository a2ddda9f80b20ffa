import { EVERY_MESSAGE } from '@highwater/domain';
import type {
  AccessCondition,
  MessageId,
  MessagePosition,
  SearchDocument,
  SearchIndex,
  SearchQuery,
  TenantId,
} from '@highwater/domain';
import { normaliseText } from '@highwater/search';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOf } from '@highwater/calendar';
import { KINDS, makeDocuments, MIDNIGHT, PEOPLE, ROOMS } from './make-documents.ts';
import { holdsWords, isAskedFor } from './oracle.ts';

/** An index with two companies in it. */
export interface SearchWorld {
  readonly index: SearchIndex;
  /** Whether it finds nothing that does not match. Others give candidates, which the caller matches again. */
  readonly isExact: boolean;
  readonly tenantId: TenantId;
  readonly strangerId: TenantId;
  /** Adds them and returns when they are found. */
  add(documents: readonly SearchDocument[]): Promise<void>;
  close(): Promise<void>;
}

const ALL: AccessCondition = { kind: 'all' };
const SHANGHAI = 'Asia/Shanghai';
const COUNT = 400;

/** What every index must do. `open` begins with nothing in it; messages are re-read by the caller, so more may be found. */
export function describeSearchIndex(name: string, open: () => Promise<SearchWorld>): void {
  describe(`the index of ${name}`, () => {
    let world: SearchWorld;
    let documents: SearchDocument[];
    let byId: Map<MessageId, SearchDocument>;

    beforeAll(async () => {
      world = await open();
      documents = makeDocuments(world.tenantId, COUNT);
      byId = new Map(documents.map((document) => [document.messageId, document]));
      await world.add(documents);
      await world.add(makeDocuments(world.strangerId, 60));
    }, 60_000);
    afterAll(() => world.close());

    /** Newest first, the id decides between equals. */
    function expected(query: SearchQuery, access = ALL): MessageId[] {
      return documents
        .filter((document) => isAskedFor(document, query, access))
        .toSorted((one, other) => other.sentAt - one.sentAt || (one.messageId > other.messageId ? -1 : 1))
        .map(({ messageId }) => messageId);
    }

    /** All pages, matched again as a caller does. */
    async function find(query: SearchQuery, access = ALL, limit = 50): Promise<MessageId[]> {
      const found: MessageId[] = [];
      let after: MessagePosition | null = null;
      for (let pages = 0; ; pages += 1) {
        if (pages > COUNT) expect.fail('the pages have no end');
        const page = await world.index.find(world.tenantId, query, access, { after, limit });
        expect(page.positions.length).toBeLessThanOrEqual(limit);
        found.push(...page.positions.map(({ messageId }) => messageId));
        if (page.next === null) break;
        after = page.next;
      }
      expect(new Set(found).size).toBe(found.length);
      if (world.isExact) return found;
      return found.filter((id) => {
        const document = byId.get(id);
        return document !== undefined && holdsWords(document, query);
      });
    }

    const query = (change: Partial<SearchQuery>): SearchQuery => ({ ...EVERY_MESSAGE, ...change });
    const words = (...clauses: string[][]): SearchQuery =>
      query({ words: clauses.map((clause) => clause.map(normaliseText)) });

    it.each([
      '合',
      '合同',
      '款合',
      '付款合同',
      '20245',
      'so2024',
      '3,5',
      '￥',
      '，',
      '"',
      '`',
      '-',
      '*',
      'pro-2000',
      '- use',
      '"hi there"',
      '𠮷',
      '吉',
      '👨‍👩',
      '👍🏽',
      '哈哈哈',
      '哈哈哈哈哈',
      '發',
      '发票',
      '头发',
      '干燥',
      '乾',
      '后面',
      'ＡＢＣ',
      ' abc',
      'ครับ',
      '하세',
      'カタ',
      '合同 付款',
      '查收王总',
      '没有这个词',
      'or',
      '||',
      '哈哈哈哈订单',
    ])('finds %s wherever it stands', async (word) => {
      expect(await find(words([word]))).toEqual(expected(words([word])));
    });

    it.each([
      ['合同', '付款'],
      ['合同', '没有这个词'],
      ['没有这个词', '合同'],
      ['哈哈', '合同', '查收'],
      ['付款', '明天', '哈哈'],
      ['哈哈', '王总', '请'],
      ['合同', '合同'],
    ])('finds only what holds all of several words (%#)', async (...all) => {
      const asked = words(...all.map((word) => [word]));
      expect(await find(asked)).toEqual(expected(asked));
      expect(await find(asked, ALL, 3)).toEqual(expected(asked));
    });

    it.each([
      [[['合同', '哈哈']]],
      [[['合同', '没有这个词']]],
      [[['没有这个词', '也没有这个']]],
      [
        [
          ['合同', '发', '哈'],
          ['付款', '订单'],
        ],
      ],
      [[['合同', '合'], ['同'], ['今天', '明天', '查收']]],
    ])('finds what holds one of each (%#)', async (clauses) => {
      expect(await find(words(...clauses))).toEqual(expected(words(...clauses)));
    });

    it.each([
      [[], ['哈哈']],
      [[], ['没有这个词']],
      [['合同'], ['付款']],
      [['合同'], ['付款', '查收', '没有这个词']],
      [['没有这个词'], ['合同']],
      [['合同', '付款'], ['明天']],
      [['合同'], ['合同']],
    ])('leaves out what holds an excluded word (%#)', async (wanted, without) => {
      const asked = { ...words(...wanted.map((word) => [word])), without: without.map(normaliseText) };
      expect(await find(asked)).toEqual(expected(asked));
    });

    it.each<[string, Partial<SearchQuery>]>([
      ['one person', { people: [[PEOPLE[3]]] }],
      ['a person whose id differs in case', { people: [[PEOPLE[4]]] }],
      ['one of two ids', { people: [[PEOPLE[0], PEOPLE[5]]] }],
      ['two people at once', { people: [[PEOPLE[0]], [PEOPLE[1]]] }],
      ['a room', { roomId: ROOMS[0] }],
      ['a room whose id differs in case', { roomId: ROOMS[1] }],
      ['kinds', { kinds: [KINDS[2], KINDS[1]] }],
      ['directions', { directions: ['inbound', 'none'] }],
      ['media', { hasMedia: true }],
      ['no media', { hasMedia: false }],
      ['recalled', { isRecalled: true }],
      ['not recalled', { isRecalled: false }],
      ['from a time, inclusive', { from: MIDNIGHT + 6 * 3_600_000 + 1 }],
      ['until a time, exclusive', { until: MIDNIGHT + 6 * 3_600_000 + 1 }],
      [
        'all at once',
        { people: [[PEOPLE[0]]], kinds: [KINDS[0]], hasMedia: false, from: MIDNIGHT, until: MIDNIGHT + 1e9 },
      ],
    ])('filters by %s, with and without a word', async (_, change) => {
      expect(expected(query(change)).length).toBeGreaterThan(0);
      expect(await find(query(change))).toEqual(expected(query(change)));
      const withWord = { ...query(change), words: [['合同']] };
      expect(await find(withWord)).toEqual(expected(withWord));
    });

    it('filters by conversation', async () => {
      const asked = query({ conversationId: documents[0]?.conversationId ?? null });
      expect(await find(asked)).toEqual(expected(asked));
    });

    it.each([1, 7, 40, 41, 400])(
      'neither repeats nor skips among messages of one millisecond, %i a page',
      async (limit) => {
        expect(await find(EVERY_MESSAGE, ALL, limit)).toEqual(expected(EVERY_MESSAGE));
        expect(await find(words(['合同', '哈']), ALL, limit)).toEqual(expected(words(['合同', '哈'])));
      },
    );

    const periods: AccessCondition[] = [
      { kind: 'where', any: [{ people: [PEOPLE[0]] }] },
      { kind: 'where', any: [{ people: [PEOPLE[3]], from: MIDNIGHT + 6 * 3_600_000 + 1 }] },
      {
        kind: 'where',
        any: [
          { people: [PEOPLE[0]], until: MIDNIGHT + 12 * 3_600_000 },
          { people: [PEOPLE[1], PEOPLE[2]], from: MIDNIGHT + 6 * 3_600_000, until: MIDNIGHT + 24 * 3_600_000 },
        ],
      },
      { kind: 'where', any: [{ people: [PEOPLE[0]], with: [PEOPLE[1], PEOPLE[3]] }] },
      { kind: 'where', any: [{ with: [PEOPLE[4]] }, { people: [PEOPLE[2]], kinds: [KINDS[1]] }] },
      { kind: 'where', any: [{ rooms: [ROOMS[1]], until: MIDNIGHT + 24 * 3_600_000 }, { directions: ['inbound'] }] },
      { kind: 'where', any: [{ people: [PEOPLE[0]], rooms: [ROOMS[0]], kinds: [KINDS[0]], directions: ['outbound'] }] },
      { kind: 'where', any: [{ kinds: [KINDS[2]] }, { from: MIDNIGHT, until: MIDNIGHT + 12 * 3_600_000 }] },
      { kind: 'where', any: [{ people: [PEOPLE[0]] }, {}] },
    ];
    it.each(periods)('shows a reader what the grant covers and in its period (%#)', async (access) => {
      for (const asked of [
        EVERY_MESSAGE,
        words(['合同']),
        { ...EVERY_MESSAGE, without: ['哈'] },
        query({ kinds: [KINDS[0]], isRecalled: false }),
      ]) {
        expect(await find(asked, access)).toEqual(expected(asked, access));
        const counts = await world.index.count(world.tenantId, asked, access, { zone: SHANGHAI });
        if (counts.isExact) expect(counts.total).toBe(expected(asked, access).length);
        const ceiling = expected(EVERY_MESSAGE, access).length;
        expect(counts.total).toBeLessThanOrEqual(ceiling);
      }
    });

    it('shows nothing to a reader without a grant', async () => {
      expect(await find(EVERY_MESSAGE, { kind: 'none' })).toEqual([]);
      const counts = await world.index.count(world.tenantId, EVERY_MESSAGE, { kind: 'none' }, { zone: SHANGHAI });
      expect([counts.total, counts.days, counts.people]).toEqual([0, [], []]);
    });

    it('never shows or counts what is another company’s', async () => {
      const own = new Set(documents.map(({ messageId }) => messageId));
      for (const asked of [EVERY_MESSAGE, words(['合同'])]) {
        const page = await world.index.find(world.tenantId, asked, ALL, { after: null, limit: 250 });
        expect(page.positions.filter(({ messageId }) => !own.has(messageId))).toEqual([]);
        const theirs = await world.index.find(world.strangerId, asked, ALL, { after: null, limit: 250 });
        expect(theirs.positions.length).toBeGreaterThan(0);
        expect(theirs.positions.filter(({ messageId }) => own.has(messageId))).toEqual([]);
      }
      const counts = await world.index.count(world.strangerId, EVERY_MESSAGE, ALL, { zone: SHANGHAI });
      expect(counts.total).toBe(60);
    });

    it.each(['Asia/Shanghai', 'Asia/Kathmandu', 'America/New_York'])(
      'counts by day, kind, direction, person and room in %s',
      async (zone) => {
        for (const asked of [EVERY_MESSAGE, query({ kinds: [KINDS[0]] }), words(['合同'])]) {
          const counts = await world.index.count(world.tenantId, asked, ALL, { zone });
          const matching = documents.filter((document) => isAskedFor(document, asked, ALL));
          if (!counts.isExact) {
            expect(counts.total).toBeGreaterThanOrEqual(matching.length);
            continue;
          }
          expect(counts.total).toBe(matching.length);
          expect(asRecord(counts.days.map(({ day, count }) => [day, count]))).toEqual(
            tally(matching.map(({ sentAt }) => dayOf(zone, sentAt))),
          );
          expect(counts.days.map(({ day }) => day)).toEqual(counts.days.map(({ day }) => day).toSorted());
          expect(asRecord(counts.kinds.map((one) => [one.kind, one.count]))).toEqual(
            tally(matching.map(({ kind }) => kind)),
          );
          expect(asRecord(counts.directions.map((one) => [one.direction, one.count]))).toEqual(
            tally(matching.map(({ direction }) => direction)),
          );
          expect(asRecord(counts.people.map((one) => [one.personKey, one.count]))).toEqual(
            tally(matching.flatMap(({ people }) => people)),
          );
          expect(counts.people.map(({ count }) => count)).toEqual(
            counts.people.map(({ count }) => count).toSorted((one, other) => other - one),
          );
          expect(asRecord(counts.rooms.map((one) => [one.roomId, one.count]))).toEqual(
            tally(matching.flatMap(({ roomId }) => roomId ?? [])),
          );
        }
      },
    );

    it.each([
      [[['合同'], ['付款']], []],
      [[['合同', '哈哈']], []],
      [
        [
          ['合同', '哈哈'],
          ['付款', '订单'],
        ],
        ['明天'],
      ],
      [[['合同'], ['付款'], ['明天']], []],
      [[['没有这个词'], ['合同']], ['哈']],
      [[], ['哈']],
    ])('counts several words at once (%#)', async (clauses, without) => {
      const asked = { ...words(...clauses), without };
      const counts = await world.index.count(world.tenantId, asked, ALL, { zone: SHANGHAI });
      const matching = expected(asked);
      if (!counts.isExact) return expect(counts.total).toBeGreaterThanOrEqual(matching.length);
      expect(counts.total).toBe(matching.length);
      expect(counts.days.reduce((sum, { count }) => sum + count, 0)).toBe(matching.length);
      expect(asRecord(counts.people.map((one) => [one.personKey, one.count]))).toEqual(
        tally(matching.flatMap((id) => byId.get(id)?.people ?? [])),
      );
    });
  });
}

function tally(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

function asRecord(entries: readonly (readonly [string, number])[]): Record<string, number> {
  return Object.fromEntries(entries);
}

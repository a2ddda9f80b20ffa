import { DIRECTIONS, EVERY_MESSAGE, type AccessCondition, type SearchQuery } from '@highwater/domain';
import { normaliseText } from '@highwater/search';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SearchWorld } from '../search/describe-search-index.ts';
import { KINDS, makeDocuments, MIDNIGHT, PEOPLE, ROOMS } from '../search/make-documents.ts';
import { isAskedFor } from '../search/oracle.ts';
import { ENGINE, openTypesenseWorld } from './open-typesense.ts';

const COUNT = 160;
/** Where a real server is given, all that were promised; the stand-in reads every message for every word. */
const QUERIES = process.env['TYPESENSE_URL'] === undefined ? 500 : 2_000;
let world: SearchWorld;
let documents: ReturnType<typeof makeDocuments>;

beforeAll(async () => {
  world = await openTypesenseWorld();
  documents = makeDocuments(world.tenantId, COUNT);
  await world.add(documents);
  await world.add(makeDocuments(world.strangerId, 40));
});
afterAll(() => world.close());

/** Part of a text of the archive, or two such parts joined. */
const word = fc
  .tuple(fc.nat(COUNT - 1), fc.nat(40), fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 5 }))
  .map(([which, from, size, joined]) => {
    const text = Array.from(normaliseText(documents[which]?.texts[0] ?? ''));
    const part = text.slice(from % Math.max(1, text.length)).slice(0, size);
    const other = joined === 0 ? Array.from(normaliseText(documents[(which * 7 + 3) % COUNT]?.texts[0] ?? '')) : [];
    return [...part, ...other.slice(0, 2)].join('') || '合';
  });

const query: fc.Arbitrary<SearchQuery> = fc
  .record({
    words: fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), { maxLength: 3 }),
    without: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.array(word, { maxLength: 2 })),
    people: fc.oneof(
      fc.constant([]),
      fc.array(fc.subarray([...PEOPLE], { minLength: 1, maxLength: 3 }), { maxLength: 2 }),
    ),
    roomId: fc.option(fc.constantFrom(...ROOMS), { freq: 6 }),
    kinds: fc.oneof(fc.constant([]), fc.subarray([...KINDS])),
    hasMedia: fc.option(fc.boolean(), { freq: 4 }),
    from: fc.option(fc.integer({ min: MIDNIGHT, max: MIDNIGHT + 1e8 }), { freq: 4 }),
  })
  .map((made) => ({ ...EVERY_MESSAGE, ...made }));

const access: fc.Arbitrary<AccessCondition> = fc.oneof(
  fc.constant<AccessCondition>({ kind: 'all' }),
  fc
    .array(
      fc.record(
        {
          people: fc.subarray([...PEOPLE], { minLength: 1, maxLength: 2 }),
          with: fc.subarray([...PEOPLE], { minLength: 1, maxLength: 3 }),
          rooms: fc.subarray([...ROOMS], { minLength: 1 }),
          kinds: fc.subarray([...KINDS], { minLength: 1 }),
          directions: fc.subarray([...DIRECTIONS], { minLength: 1, maxLength: 3 }),
          from: fc.integer({ min: MIDNIGHT, max: MIDNIGHT + 1e8 }),
          until: fc.integer({ min: MIDNIGHT, max: MIDNIGHT + 1e8 }),
        },
        { requiredKeys: [] },
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((any): AccessCondition => ({ kind: 'where', any })),
);

it(`finds and counts exactly what a plain reading of the messages does, in ${QUERIES} generated queries: ${ENGINE}`, async () => {
  let withHits = 0;
  await fc.assert(
    fc.asyncProperty(query, access, async (asked, seen) => {
      const expected = documents
        .filter((document) => isAskedFor(document, asked, seen))
        .toSorted((one, other) => other.sentAt - one.sentAt || (one.messageId > other.messageId ? -1 : 1))
        .map(({ messageId }) => messageId);
      if (expected.length > 0) withHits += 1;
      const { positions, next } = await world.index.find(world.tenantId, asked, seen, { after: null, limit: 250 });
      expect(positions.map(({ messageId }) => messageId)).toEqual(expected);
      expect(next).toBeNull();
      const counts = await world.index.count(world.tenantId, asked, seen, { zone: 'Asia/Shanghai' });
      expect([counts.total, counts.isExact]).toEqual([expected.length, true]);
      expect(counts.kinds.reduce((sum, { count }) => sum + count, 0)).toBe(expected.length);
    }),
    { numRuns: QUERIES },
  );
  expect(withHits).toBeGreaterThan(QUERIES / 8);
}, 300_000);

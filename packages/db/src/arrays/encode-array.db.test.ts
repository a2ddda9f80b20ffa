import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { encodeArray } from './encode-array.ts';

let client: pg.Client;
beforeAll(async () => {
  client = new pg.Client(inject('superuser'));
  await client.connect();
  await client.query("SET timezone = 'UTC'");
});
afterAll(() => client.end());

/** What the server understood, each element as text. */
async function read(type: string, bytes: Buffer): Promise<(string | null)[]> {
  const { rows } = await client.query<{ all: (string | null)[] }>(`SELECT ($1::${type}[])::text[] AS all`, [bytes]);
  return rows[0]?.all ?? [];
}

const seq = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(String);
const text = fc.string({ unit: 'grapheme', maxLength: 40 }).map((value) => value.replaceAll('\0', ''));

it('uuids, texts and seqs arrive as they were, nulls included', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.option(fc.uuid())),
      fc.array(fc.option(text)),
      fc.array(fc.option(seq)),
      async (uuids, texts, seqs) => {
        expect(await read('uuid', encodeArray.uuids(uuids))).toEqual(uuids);
        expect(await read('text', encodeArray.texts(texts))).toEqual(texts);
        expect(await read('numeric', encodeArray.decimals(seqs))).toEqual(seqs);
      },
    ),
    { numRuns: 60, examples: [[[], [], ['0', '9999', '10000', '18446744073709551615']]] },
  );
});

it('numbers, truths, bytes and times arrive as they were', async () => {
  const times = [0, -1, 1_794_500_000_123, 946_684_799_999, -62_135_596_800_000, 99_999_999_999_999];
  expect(await read('int', encodeArray.ints([0, -1, 2_147_483_647, -2_147_483_648]))).toEqual([
    '0',
    '-1',
    '2147483647',
    '-2147483648',
  ]);
  expect(await read('bigint', encodeArray.bigints([0, -1, 4_294_967_296, Number.MAX_SAFE_INTEGER]))).toEqual([
    '0',
    '-1',
    '4294967296',
    '9007199254740991',
  ]);
  expect(await read('boolean', encodeArray.booleans([true, false]))).toEqual(['true', 'false']);
  expect(await read('bytea', encodeArray.bytes([Uint8Array.of(0, 255), new Uint8Array(), null]))).toEqual([
    '\\x00ff',
    '\\x',
    null,
  ]);
  const { rows } = await client.query<{ ms: string }>(
    'SELECT (extract(epoch FROM t) * 1000)::bigint AS ms FROM unnest($1::timestamptz[]) AS t',
    [encodeArray.times(times)],
  );
  expect(rows.map((row) => Number(row.ms))).toEqual(times);
});

it('what does not fit is refused before it is sent', () => {
  expect(() => encodeArray.uuids(['00000000-0000-0000-0000-00000000000'])).toThrow(TypeError);
  expect(() => encodeArray.decimals(['-1'])).toThrow(TypeError);
  expect(() => encodeArray.bigints([2 ** 53])).toThrow(RangeError);
});

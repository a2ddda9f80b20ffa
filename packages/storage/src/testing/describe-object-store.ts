import { createHash, randomBytes } from 'node:crypto';
import type { ObjectStore } from '@highwater/domain';
import { describe, expect, it } from 'vitest';

export async function* each(blocks: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* blocks;
}

export async function readAll(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const blocks: Uint8Array[] = [];
  for await (const block of bytes) blocks.push(block);
  return Buffer.concat(blocks);
}

async function listAll(store: ObjectStore, prefix: string): Promise<string[]> {
  const names: string[] = [];
  for await (const name of store.list(prefix)) names.push(name);
  return names.toSorted();
}

const MIB = 1024 * 1024;
/** What S3 takes at once, and our size of a part. */
const PARTS = [5 * MIB, 8 * MIB];

/** What every object store must do; run once for each driver, with stores that give a few names per answer to `list`. */
export function describeObjectStore(driver: string, makeStore: () => ObjectStore): void {
  describe(`object store on ${driver}`, () => {
    it('gives back what was put, with its size', async () => {
      const store = makeStore();
      const bytes = randomBytes(100_000);
      expect(await store.put('a/b-c_D/1', each([bytes.subarray(0, 7), Buffer.alloc(0), bytes.subarray(7)]))).toEqual({
        size: 100_000,
      });
      expect(await store.size('a/b-c_D/1')).toBe(100_000);
      expect((await readAll(await store.get('a/b-c_D/1'))).equals(bytes)).toBe(true);
    });

    it('holds empty objects', async () => {
      const store = makeStore();
      expect(await store.put('empty', each([]))).toEqual({ size: 0 });
      expect(await store.size('empty')).toBe(0);
      expect(await readAll(await store.get('empty'))).toHaveLength(0);
    });

    it('holds large objects in many blocks', async () => {
      const store = makeStore();
      const block = randomBytes(1024 * 1024);
      const blocks = Array.from({ length: 37 }, () => block);
      await store.put('large', each(blocks));
      const hash = createHash('sha256');
      for await (const piece of await store.get('large')) hash.update(piece);
      expect(hash.digest('hex')).toBe(createHash('sha256').update(Buffer.concat(blocks)).digest('hex'));
    });

    it('reads ranges, cut at the end of the object', async () => {
      const store = makeStore();
      await store.put('digits', each([Buffer.from('0123456789')]));
      const read = async (start: number, end: number) =>
        String(await readAll(await store.get('digits', { start, end })));
      expect(await read(0, 0)).toBe('0');
      expect(await read(3, 6)).toBe('3456');
      expect(await read(8, 99)).toBe('89');
      expect(await read(10, 20)).toBe('');
      await expect(store.get('digits', { start: 5, end: 4 })).rejects.toThrow(RangeError);
      await expect(store.get('digits', { start: -1, end: 4 })).rejects.toThrow(RangeError);
    });

    it('replaces an object as a whole', async () => {
      const store = makeStore();
      await store.put('twice', each([Buffer.from('a longer first text')]));
      await store.put('twice', each([Buffer.from('second')]));
      expect(String(await readAll(await store.get('twice')))).toBe('second');
    });

    it('stores nothing when the bytes end in an error, and keeps what was there', async () => {
      const store = makeStore();
      const broken = async function* () {
        yield randomBytes(70_000);
        throw new Error('the sender broke off');
      };
      await expect(store.put('new', broken())).rejects.toThrow('the sender broke off');
      expect(await store.size('new')).toBeUndefined();
      await store.put('old', each([Buffer.from('kept')]));
      await expect(store.put('old', broken())).rejects.toThrow('the sender broke off');
      expect(String(await readAll(await store.get('old')))).toBe('kept');
    });

    it.each([...PARTS.flatMap((size) => [size - 1, size, size + 1]), 2 * 8 * MIB, 3 * 8 * MIB])(
      'holds %i bytes, around and on the borders of parts, to the last',
      async (size) => {
        const store = makeStore();
        const bytes = randomBytes(size);
        const pieces = [bytes.subarray(0, size >> 1), bytes.subarray(size >> 1)];
        expect(await store.put('border', each(pieces))).toEqual({ size });
        expect(await store.size('border')).toBe(size);
        expect((await readAll(await store.get('border'))).equals(bytes)).toBe(true);
        const last = await readAll(await store.get('border', { start: size - 1, end: size + 5 }));
        expect(last.equals(bytes.subarray(size - 1))).toBe(true);
        await store.delete('border');
      },
    );

    it('reads a range anywhere in a large object, and no more than that', async () => {
      const store = makeStore();
      const bytes = randomBytes(20 * MIB);
      await store.put('large', each([bytes]));
      for (const [start, end] of [
        [0, 0],
        [8 * MIB - 1, 8 * MIB],
        [8 * MIB, 16 * MIB - 1],
        [20 * MIB - 1, 20 * MIB - 1],
        [1, 20 * MIB - 2],
      ] as const) {
        const got = await readAll(await store.get('large', { start, end }));
        expect(got.equals(bytes.subarray(start, end + 1))).toBe(true);
      }
    });

    it('reads nothing behind the end, also of an empty object', async () => {
      const store = makeStore();
      await store.put('empty', each([]));
      expect(await readAll(await store.get('empty', { start: 0, end: 9 }))).toHaveLength(0);
      await expect(
        store.get('nothing', { start: 0, end: 9 }).then(async (bytes) => readAll(bytes)),
      ).rejects.toMatchObject({ fault: 'object.missing' });
    });

    it('lists names by what they begin with, however many there are', async () => {
      const store = makeStore();
      expect(await listAll(store, '')).toEqual([]);
      const names = [
        'a',
        'a/1',
        'a/10',
        'a/2/x',
        'ab',
        'b',
        'b_c-D/e',
        ...Array.from({ length: 25 }, (_, n) => `m/${n}`),
      ];
      for (const name of names) await store.put(name, each([Buffer.from(name)]));
      expect(await listAll(store, '')).toEqual(names.toSorted());
      expect(await listAll(store, 'a')).toEqual(['a', 'a/1', 'a/10', 'a/2/x', 'ab']);
      expect(await listAll(store, 'a/')).toEqual(['a/1', 'a/10', 'a/2/x']);
      expect(await listAll(store, 'm/')).toHaveLength(25);
      expect(await listAll(store, 'c')).toEqual([]);
      await store.delete('ab');
      expect(await listAll(store, 'ab')).toEqual([]);
      await expect(listAll(store, 'a.b')).rejects.toThrow(RangeError);
    });

    it('lists nothing of a write that is under way or broke off', async () => {
      const store = makeStore();
      const begun = Promise.withResolvers<void>();
      const goOn = Promise.withResolvers<void>();
      const put = store.put(
        'slow',
        (async function* () {
          yield randomBytes(MIB);
          begun.resolve();
          await goOn.promise;
          throw new Error('the sender broke off');
        })(),
      );
      const broken = put.catch((error: unknown) => error);
      await begun.promise;
      expect(await listAll(store, '')).toEqual([]);
      expect(await store.size('slow')).toBeUndefined();
      goOn.resolve();
      expect(await broken).toMatchObject({ message: 'the sender broke off' });
      expect(await listAll(store, '')).toEqual([]);
    });

    it('gives a reader one object or the other while it is replaced, never parts of both', async () => {
      const store = makeStore();
      const [first, second] = [1, 2].map((byte) => Buffer.alloc(2 * MIB, byte)) as [Buffer, Buffer];
      await store.put('a', each([first]));
      const reader = (await store.get('a'))[Symbol.asyncIterator]();
      const begin = await reader.next();
      await store.put('a', each([second]));
      const blocks = [begin.value ?? Buffer.alloc(0)];
      for (let next = await reader.next(); next.done !== true; next = await reader.next()) blocks.push(next.value);
      const got = Buffer.concat(blocks);
      expect(got.equals(first) || got.equals(second)).toBe(true);
      expect((await readAll(await store.get('a'))).equals(second)).toBe(true);
    });

    it('says what is missing', async () => {
      const store = makeStore();
      await expect(store.get('nothing')).rejects.toMatchObject({ fault: 'object.missing' });
      expect(await store.size('nothing')).toBeUndefined();
    });

    it('deletes, also twice', async () => {
      const store = makeStore();
      await store.put('gone', each([Buffer.from('x')]));
      await store.delete('gone');
      await store.delete('gone');
      expect(await store.size('gone')).toBeUndefined();
    });

    it('tells names apart by letter case and by slash', async () => {
      const store = makeStore();
      const names = ['n/a', 'N/a', 'n_a', 'n/a/b', 'na'];
      for (const name of names) await store.put(name, each([Buffer.from(name)]));
      for (const name of names) expect(String(await readAll(await store.get(name)))).toBe(name);
    });

    it.each(['', '/a', 'a/', 'a//b', '../a', 'a/../b', 'a.b', 'a\u0000', 'é', 'a b', 'x'.repeat(201)])(
      'refuses the name %j',
      async (name) => {
        const store = makeStore();
        await expect(store.put(name, each([]))).rejects.toThrow(RangeError);
        await expect(store.get(name)).rejects.toThrow(RangeError);
        await expect(store.size(name)).rejects.toThrow(RangeError);
        await expect(store.delete(name)).rejects.toThrow(RangeError);
      },
    );

    it('reads 64 MiB only as fast as it can store them', async () => {
      const store = makeStore();
      const block = randomBytes(1024 * 1024);
      const before = process.memoryUsage();
      let highest = 0;
      const watched = async function* () {
        for (let at = 0; at < 64; at += 1) {
          const { heapUsed, arrayBuffers } = process.memoryUsage();
          highest = Math.max(highest, heapUsed + arrayBuffers - before.heapUsed - before.arrayBuffers);
          yield Buffer.from(block);
        }
      };
      await store.put('much', watched());
      expect(await store.size('much')).toBe(64 * MIB);
      // Three parts of 8 MiB in flight on S3, each for a time twice, and garbage not yet collected.
      expect(highest).toBeLessThan(200 * MIB);
      await store.delete('much');
    });
  });
}

import { randomBytes } from 'node:crypto';
import type { TenantId } from '@highwater/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collect, objectBytes } from '../crypto-formats-vectors.ts';
import { objectPlace } from '../tenant-keys/sealing-places.ts';
import { sealedObjectSize } from './object-size.ts';
import { openObjectRange } from './open-object-range.ts';
import { openObject } from './open-object.ts';
import { createObjectSealer } from './seal-object.ts';

const CHUNK = 65_536;
const SEALED_CHUNK = CHUNK + 16;
const HEADER = 20;
/** Nothing, a byte, and around one, two and three whole chunks. */
const SIZES = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 1, 3 * CHUNK];

const key = randomBytes(32);
const mine = 't1' as TenantId;
const other = 't2' as TenantId;
const NAME = 'media/1';

async function* inPieces(bytes: Uint8Array, size = 30_011): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const seal = (size: number, place = objectPlace(mine, NAME), withKey = key) =>
  collect(createObjectSealer(withKey, place)(objectBytes(size)));
const openAll = (sealed: Uint8Array, place = objectPlace(mine, NAME), withKey = key) =>
  collect(openObject(withKey, place, inPieces(sealed)));

/** Reads a range and counts the sealed bytes that were read for it. */
async function openRange(sealed: Uint8Array, start: number, end: number, size = sealed.length) {
  let read = 0;
  const bytes = await collect(
    openObjectRange(
      key,
      objectPlace(mine, NAME),
      (from, until) => {
        read += until - from + 1;
        return inPieces(sealed.subarray(from, until + 1));
      },
      size,
      start,
      end,
    ),
  );
  return { bytes, read };
}
const chunkAt = (sealed: Uint8Array, index: number) =>
  sealed.subarray(HEADER + index * SEALED_CHUNK, HEADER + (index + 1) * SEALED_CHUNK);

describe.each(SIZES)('a sealed object of %i bytes', (size) => {
  it('opens whole, and has the size that is computed', async () => {
    const sealed = await seal(size);
    expect(sealed.length).toBe(sealedObjectSize(size));
    expect(await openAll(sealed)).toEqual(await collect(objectBytes(size)));
  });

  it('is refused when it is cut off anywhere, on borders of chunks above all', async () => {
    const sealed = await seal(size);
    const borders = [0, 1, HEADER - 1, HEADER, HEADER + 15, sealed.length - 17, sealed.length - 16, sealed.length - 1];
    for (let at = HEADER; at < sealed.length; at += SEALED_CHUNK) borders.push(at, at + 16);
    for (const cut of borders.filter((at) => at >= 0 && at < sealed.length))
      await expect(openAll(sealed.subarray(0, cut)), `cut at ${cut}`).rejects.toThrow('object.damaged');
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length - 1), async (cut) => {
        await expect(openAll(sealed.subarray(0, cut))).rejects.toThrow('object.damaged');
      }),
      { numRuns: 15 },
    );
  });

  it('is refused when its last chunk stands twice, or an empty one follows', async () => {
    const sealed = await seal(size);
    const empty = await seal(0);
    const last = Math.max(0, Math.ceil(size / CHUNK) - 1);
    for (const added of [chunkAt(sealed, last), chunkAt(empty, 0)])
      await expect(openAll(Buffer.concat([sealed, added]))).rejects.toThrow('object.damaged');
  });

  it('is refused with a bit flipped in header, first, last and any byte', async () => {
    const sealed = await seal(size);
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.nat(sealed.length - 1), fc.constantFrom(0, HEADER - 1, HEADER, sealed.length - 1)),
        fc.nat(7),
        async (at, bit) => {
          const changed = Buffer.from(sealed);
          changed[at] = (changed[at] ?? 0) ^ (1 << bit);
          await expect(openAll(changed)).rejects.toThrow('object.damaged');
        },
      ),
      { numRuns: 25 },
    );
  });

  it('is refused with the key of another tenant, in the place of another, and under another name', async () => {
    const sealed = await seal(size);
    await expect(openAll(sealed, objectPlace(mine, NAME), randomBytes(32))).rejects.toThrow('object.damaged');
    await expect(openAll(sealed, objectPlace(other, NAME))).rejects.toThrow('object.damaged');
    await expect(openAll(sealed, objectPlace(mine, 'media/2'))).rejects.toThrow('object.damaged');
  });

  it('as a segment opens in its own place only: not as the next, nor as that of another round or file', async () => {
    const sealed = await seal(size, objectPlace(mine, 'segments/f/0/1'));
    expect(await openAll(sealed, objectPlace(mine, 'segments/f/0/1'))).toHaveLength(size);
    for (const place of ['segments/f/0/2', 'segments/f/1/1', 'segments/g/0/1', 'media/f'])
      await expect(openAll(sealed, objectPlace(mine, place))).rejects.toThrow('object.damaged');
  });

  it('gives its last byte as a range, and nothing behind it', async () => {
    const sealed = await seal(size);
    await expect(openRange(sealed, size, size)).rejects.toThrow('object.damaged');
    if (size === 0) return;
    const { bytes, read } = await openRange(sealed, size - 1, size - 1);
    expect([...bytes]).toEqual([(size - 1) % 251]);
    expect(read).toBeLessThanOrEqual(HEADER + SEALED_CHUNK);
  });
});

describe('a chunk', () => {
  const SIZE = 3 * CHUNK + 5;

  it('of another object of the same tenant is refused, read whole or by range', async () => {
    const [sealed, foreign] = [await seal(SIZE), await seal(SIZE)];
    for (const index of [0, 1, 2, 3]) {
      const mixed = Buffer.from(sealed);
      mixed.set(chunkAt(foreign, index), HEADER + index * SEALED_CHUNK);
      await expect(openAll(mixed)).rejects.toThrow('object.damaged');
      await expect(openRange(mixed, index * CHUNK, index * CHUNK)).rejects.toThrow('object.damaged');
      // The others prove themselves.
      const beside = index === 0 ? 1 : index - 1;
      expect((await openRange(mixed, beside * CHUNK, beside * CHUNK)).bytes).toHaveLength(1);
    }
  });

  it('in the place of another of the same object is refused, read whole or by range', async () => {
    const sealed = await seal(SIZE);
    for (const [one, two] of [
      [0, 1],
      [1, 2],
      [0, 2],
    ] as const) {
      const swapped = Buffer.from(sealed);
      swapped.set(chunkAt(sealed, two), HEADER + one * SEALED_CHUNK);
      swapped.set(chunkAt(sealed, one), HEADER + two * SEALED_CHUNK);
      await expect(openAll(swapped)).rejects.toThrow('object.damaged');
      for (const index of [one, two])
        await expect(openRange(swapped, index * CHUNK, index * CHUNK)).rejects.toThrow('object.damaged');
    }
  });

  it('that is left out, so that all others move up, is refused', async () => {
    const sealed = await seal(SIZE);
    for (const index of [0, 1, 2]) {
      const at = HEADER + index * SEALED_CHUNK;
      const shorter = Buffer.concat([sealed.subarray(0, at), sealed.subarray(at + SEALED_CHUNK)]);
      await expect(openAll(shorter)).rejects.toThrow('object.damaged');
    }
  });

  it('is read for a range only when it holds a byte of it', async () => {
    const sealed = await seal(SIZE);
    await fc.assert(
      fc.asyncProperty(fc.nat(SIZE - 1), fc.nat(SIZE - 1), async (one, two) => {
        const [start, end] = one < two ? [one, two] : [two, one];
        const { bytes, read } = await openRange(sealed, start, end);
        expect(bytes.equals((await collect(objectBytes(SIZE))).subarray(start, end + 1))).toBe(true);
        const chunks = Math.floor(end / CHUNK) - Math.floor(start / CHUNK) + 1;
        expect(read).toBeLessThanOrEqual(HEADER + chunks * SEALED_CHUNK);
      }),
      { numRuns: 40 },
    );
  });
});

import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collect, countedBytes, objectBytes, readCryptoFormats } from '../crypto-formats-vectors.ts';
import { plainObjectSize, sealedObjectSize } from './object-size.ts';
import { openObjectRange } from './open-object-range.ts';
import { openObject } from './open-object.ts';
import { createObjectSealer } from './seal-object.ts';

const CHUNK = 65_536;
const SEALED_CHUNK = CHUNK + 16;
const HEADER = 20;
const formats = readCryptoFormats();
const key = Buffer.from(formats.keyHex, 'hex');
const aad = 't1|object-1';

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const sealed200k = await collect(createObjectSealer(key, aad)(objectBytes(200_000)));
const plain200k = await collect(objectBytes(200_000));

function openAll(sealed: Uint8Array, name = aad, withKey: Uint8Array = key): Promise<Buffer> {
  return collect(openObject(withKey, name, inPieces(sealed, 30_011)));
}

function openRange(sealed: Uint8Array, start: number, end: number): Promise<Buffer> {
  const read = (from: number, until: number) => inPieces(sealed.subarray(from, until + 1), 20_011);
  return collect(openObjectRange(key, aad, read, sealed.length, start, end));
}

describe('a sealed object', () => {
  it.each(formats.objects)('keeps its format at $size bytes', async (vector) => {
    const sealed = await collect(createObjectSealer(key, vector.aad, countedBytes)(objectBytes(vector.size)));
    expect(sealed.length).toBe(vector.sealedSize);
    expect(createHash('sha256').update(sealed).digest('hex')).toBe(vector.sealedSha256);
    expect(sealedObjectSize(vector.size)).toBe(vector.sealedSize);
    expect(plainObjectSize(vector.sealedSize)).toBe(vector.size);
    expect(await openAll(sealed, vector.aad)).toEqual(await collect(objectBytes(vector.size)));
  });

  it('is the same whatever the pieces it comes in', async () => {
    const sizes = fc.integer({ min: 1, max: 200_000 });
    await fc.assert(
      fc.asyncProperty(sizes, sizes, async (pieceSize, openSize) => {
        const seal = createObjectSealer(key, aad, countedBytes);
        const sealed = await collect(seal(objectBytes(150_000, Math.max(pieceSize, 500))));
        const opened = await collect(openObject(key, aad, inPieces(sealed, Math.max(openSize, 500))));
        expect(opened.equals(plain200k.subarray(0, 150_000))).toBe(true);
      }),
      { numRuns: 15 },
    );
    expect(await collect(openObject(key, aad, inPieces(sealed200k, 7)))).toEqual(plain200k);
  });

  it('never has the same bytes twice', async () => {
    expect(await collect(createObjectSealer(key, aad)(objectBytes(10)))).not.toEqual(
      await collect(createObjectSealer(key, aad)(objectBytes(10))),
    );
  });

  it.each([0, 5, HEADER - 1, HEADER, HEADER + 15, HEADER + SEALED_CHUNK, HEADER + 2 * SEALED_CHUNK, 200_000, 200_083])(
    'is damaged when cut off after %i bytes',
    async (size) => {
      expect(size).toBeLessThan(sealed200k.length);
      await expect(openAll(sealed200k.subarray(0, size))).rejects.toThrow('object.damaged');
    },
  );

  it('is damaged when bytes are added', async () => {
    for (const extra of [1, 16, SEALED_CHUNK]) {
      await expect(openAll(Buffer.concat([sealed200k, Buffer.alloc(extra)]))).rejects.toThrow('object.damaged');
    }
  });

  it('is damaged by a changed bit anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed200k.length * 8 - 1), async (bit) => {
        const changed = Buffer.from(sealed200k);
        changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        await expect(openAll(changed)).rejects.toThrow('object.damaged');
      }),
      { numRuns: 60 },
    );
    for (let byte = 0; byte < HEADER; byte += 1) {
      const changed = Buffer.from(sealed200k);
      changed.writeUInt8(changed.readUInt8(byte) ^ 1, byte);
      await expect(openAll(changed)).rejects.toThrow('object.damaged');
    }
  });

  it('is damaged when chunks change places or come from another object', async () => {
    const chunk = (bytes: Buffer, index: number) =>
      bytes.subarray(HEADER + index * SEALED_CHUNK, HEADER + (index + 1) * SEALED_CHUNK);
    const header = sealed200k.subarray(0, HEADER);
    const swapped = Buffer.concat([
      header,
      chunk(sealed200k, 1),
      chunk(sealed200k, 0),
      sealed200k.subarray(HEADER + 2 * SEALED_CHUNK),
    ]);
    expect(swapped.length).toBe(sealed200k.length);
    await expect(openAll(swapped)).rejects.toThrow('object.damaged');

    const other = await collect(createObjectSealer(key, aad)(objectBytes(200_000)));
    const mixed = Buffer.concat([header, chunk(other, 0), sealed200k.subarray(HEADER + SEALED_CHUNK)]);
    await expect(openAll(mixed)).rejects.toThrow('object.damaged');
  });

  it('does not open under another name or key', async () => {
    await expect(openAll(sealed200k, 't1|object-2')).rejects.toThrow('object.damaged');
    await expect(openAll(sealed200k, aad, randomBytes(32))).rejects.toThrow('object.damaged');
  });

  it('gives the source back when the reader stops early', async () => {
    let returned = false;
    async function* source() {
      try {
        yield* inPieces(sealed200k, 1000);
      } finally {
        returned = true;
      }
    }
    for await (const bytes of openObject(key, aad, source())) {
      expect(bytes.length).toBe(CHUNK);
      break;
    }
    expect(returned).toBe(true);
  });
});

describe('a range of a sealed object', () => {
  it('holds exactly the bytes asked for', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(199_999), fc.nat(199_999), async (one, other) => {
        const [start, end] = one < other ? [one, other] : [other, one];
        expect((await openRange(sealed200k, start, end)).equals(plain200k.subarray(start, end + 1))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    [0, 0],
    [CHUNK - 1, CHUNK],
    [CHUNK, 2 * CHUNK - 1],
    [199_999, 199_999],
    [0, 199_999],
  ])('may lie on borders: %i to %i', async (start, end) => {
    expect((await openRange(sealed200k, start, end)).equals(plain200k.subarray(start, end + 1))).toBe(true);
  });

  it('reads the header and the chunks it needs, nothing else', async () => {
    const asked: [number, number][] = [];
    const read = async (start: number, end: number) => {
      asked.push([start, end]);
      return inPieces(sealed200k.subarray(start, end + 1), 10_000);
    };
    await collect(openObjectRange(key, aad, read, sealed200k.length, CHUNK + 10, CHUNK + 20));
    expect(asked).toEqual([
      [0, HEADER - 1],
      [HEADER + SEALED_CHUNK, HEADER + 2 * SEALED_CHUNK - 1],
    ]);
  });

  it('is damaged behind the end, in changed chunks, and in the last chunk of an object cut at a border', async () => {
    await expect(openRange(sealed200k, 199_999, 200_000)).rejects.toThrow('object.damaged');
    const cut = sealed200k.subarray(0, HEADER + 2 * SEALED_CHUNK);
    await expect(openRange(cut, CHUNK, CHUNK)).rejects.toThrow('object.damaged');
    await expect(openRange(cut, 2 * CHUNK, 2 * CHUNK)).rejects.toThrow('object.damaged');
    const changed = Buffer.from(sealed200k);
    changed.writeUInt8(changed.readUInt8(100) ^ 1, 100);
    await expect(openRange(changed, 0, 5)).rejects.toThrow('object.damaged');
  });

  it('is damaged when the store answers too little or too much', async () => {
    const range = (change: (bytes: Buffer) => Buffer) =>
      collect(
        openObjectRange(
          key,
          aad,
          (start, end) =>
            inPieces(start === 0 ? sealed200k.subarray(0, HEADER) : change(sealed200k.subarray(start, end + 1)), 9_999),
          sealed200k.length,
          0,
          CHUNK * 2 - 1,
        ),
      );
    await expect(range((bytes) => bytes.subarray(0, SEALED_CHUNK))).rejects.toThrow('object.damaged');
    await expect(range((bytes) => Buffer.concat([bytes, bytes]))).rejects.toThrow('object.damaged');
  });

  it.each([
    [5, 4],
    [-1, 4],
    [0.5, 4],
  ])('refuses %d to %d', async (start, end) => {
    await expect(openRange(sealed200k, start, end)).rejects.toThrow(RangeError);
  });

  it.each([0, 19, 20, 35, HEADER + SEALED_CHUNK + 16, Number.NaN])(
    'refuses the size %d, which no object has',
    (size) => {
      expect(() => plainObjectSize(size)).toThrow('object.damaged');
    },
  );
});

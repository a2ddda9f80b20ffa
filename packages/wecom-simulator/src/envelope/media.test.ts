import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openFile, sealedSize, sealFileRange } from './media-cipher.ts';
import { readSdkFileId, writeSdkFileId } from './sdk-file-id.ts';

describe('sdkfileid', () => {
  it('is written and read without loss', () => {
    const id = { fileId: 'a1'.repeat(16), authKey: 'NDdfMTIz', aesKey: '0f'.repeat(16) };
    expect(readSdkFileId(writeSdkFileId(id))).toEqual(id);
  });

  it('is refused when it is something else', () => {
    for (const text of ['', 'not-a-real-one', 'AAAA', 'CgNhYmM=']) expect(readSdkFileId(text)).toBeUndefined();
  });
});

describe('files at rest', () => {
  it('are the same in ranges as in one piece, and open to the file', () => {
    const aesKey = '00112233445566778899aabbccddeeff';
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat({ max: 200 }), fc.nat({ max: 200 }), (bytes, a, b) => {
        const file = { size: bytes.length, read: (start: number, end: number) => bytes.subarray(start, end) };
        const total = sealedSize(bytes.length);
        const whole = sealFileRange(file, aesKey, 0, total - 1);
        expect(Buffer.from(openFile(whole, aesKey)).equals(bytes)).toBe(true);
        const [first, last] = [Math.min(a, b) % total, Math.max(a, b) % total].toSorted((x, y) => x - y);
        if (first === undefined || last === undefined) return;
        expect(sealFileRange(file, aesKey, first, last)).toEqual(whole.subarray(first, last + 1));
      }),
    );
  });

  it('grow by a whole block when the size is a multiple of sixteen', () => {
    expect([sealedSize(0), sealedSize(15), sealedSize(16), sealedSize(524_288)]).toEqual([16, 16, 32, 524_304]);
    expect(
      openFile(sealFileRange({ size: 0, read: () => new Uint8Array() }, 'ab'.repeat(16), 0, 15), 'ab'.repeat(16)),
    ).toEqual(Buffer.alloc(0));
    expect(() => openFile(randomBytes(17), 'ab'.repeat(16))).toThrow();
  });
});

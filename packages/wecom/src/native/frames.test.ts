import { FaultError } from '@highwater/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnswerFrame, createAnswerReader, encodeRequest, MOST_FRAME_BYTES, REQUEST } from './frames.ts';

interface Parts {
  readonly type: number;
  readonly call: number;
  readonly code: number;
  readonly memory: bigint;
  readonly bytes: Uint8Array;
  readonly index: string;
  readonly finished: boolean;
}

/** An answer as the helper writes it. */
function writeAnswer({ type, call, code, memory, bytes, index, finished }: Parts): Buffer {
  const numbers = { code: Buffer.alloc(4), memory: Buffer.alloc(8), call: Buffer.alloc(4) };
  numbers.code.writeInt32BE(code);
  numbers.memory.writeBigUInt64BE(memory);
  numbers.call.writeUInt32BE(call);
  const fields = [numbers.code, numbers.memory, bytes, Buffer.from(index, 'latin1'), Buffer.from([finished ? 1 : 0])];
  const body = Buffer.concat([
    Buffer.from([type | 0x80]),
    numbers.call,
    ...fields.flatMap((field) => [lengthOf(field.length), field]),
  ]);
  return Buffer.concat([lengthOf(body.length), body]);
}

function lengthOf(length: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
}

/** Pushes bytes in pieces of the given sizes, the rest at the end. */
function readInPieces(bytes: Uint8Array, sizes: readonly number[]): AnswerFrame[] {
  const reader = createAnswerReader();
  const frames: AnswerFrame[] = [];
  let at = 0;
  for (const size of [...sizes, bytes.length]) {
    frames.push(...reader.push(bytes.subarray(at, at + size)));
    at += size;
  }
  return frames;
}

const parts = fc.record({
  type: fc.constantFrom(...Object.values(REQUEST)),
  call: fc.nat(0xffff_ffff),
  code: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  memory: fc.bigInt(0n, 2n ** 53n),
  bytes: fc.uint8Array({ maxLength: 300 }),
  index: fc.stringMatching(/^[ -~]{0,40}$/),
  finished: fc.boolean(),
});

describe('answers', () => {
  it('come back exactly, however the pipe cuts them', () => {
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 5 }), fc.array(fc.nat(60), { maxLength: 20 }), (answers, sizes) => {
        const frames = readInPieces(Buffer.concat(answers.map(writeAnswer)), sizes);
        expect(frames).toHaveLength(answers.length);
        for (const [place, sent] of answers.entries()) {
          const { type, call, code, memory, bytes, index, finished } = sent;
          const read = frames[place];
          expect(read).toMatchObject({ type, call, code, memoryBytes: Number(memory), nextIndex: index, finished });
          expect(Buffer.from(read?.bytes ?? []).equals(bytes)).toBe(true);
        }
      }),
    );
  });

  it('that are any bytes at all give answers or helper.died, and nothing after that', () => {
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc
        .tuple(parts, fc.nat(), fc.nat(255))
        .map(([sent, place, byte]) => writeAnswer(sent).fill(byte, place % 30, (place % 30) + 1)),
    );
    fc.assert(
      fc.property(anything, fc.array(fc.nat(20), { maxLength: 8 }), (bytes, sizes) => {
        const reader = createAnswerReader();
        let broken: unknown;
        for (const size of [...sizes, bytes.length]) {
          try {
            reader.push(bytes.subarray(0, size));
            expect(broken).toBeUndefined();
          } catch (error) {
            broken ??= error;
            expect(error).toBe(broken);
            expect(error).toBeInstanceOf(FaultError);
            expect(error).toMatchObject({ fault: 'helper.died' });
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('that announce more than a frame holds are refused at their length', () => {
    expect(() => createAnswerReader().push(lengthOf(MOST_FRAME_BYTES + 1))).toThrow('helper.died');
    expect(() => createAnswerReader().push(lengthOf(4))).toThrow('helper.died');
    expect(createAnswerReader().push(lengthOf(MOST_FRAME_BYTES))).toEqual([]);
  });
});

describe('requests', () => {
  it('have their length, type, number and fields in this order', () => {
    const frame = encodeRequest(REQUEST.chat, 7, [2n ** 63n, 1000, 'http://a', '', 5]);
    expect(frame.toString('hex')).toBe(
      [
        '00000031',
        '03',
        '00000007',
        '00000008' + '8000000000000000',
        '00000004' + '000003e8',
        '00000008' + Buffer.from('http://a').toString('hex'),
        '00000000',
        '00000004' + '00000005',
      ].join(''),
    );
  });

  it('that are too long are not made', () => {
    expect(() => encodeRequest(REQUEST.decrypt, 1, ['', 'x'.repeat(MOST_FRAME_BYTES)])).toThrow(RangeError);
  });
});

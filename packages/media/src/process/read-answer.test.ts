import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeAnswer, READY, type Answer } from './answer.ts';
import { MOST } from './limits.ts';
import { createAnswerReader } from './read-answer.ts';

const AUDIO: Answer = { made: 'audio', detail: { seconds: 4, peaks: [0, 50, 100] }, body: Buffer.from('RIFF') };
const PICTURE: Answer = {
  made: 'picture',
  detail: { width: 480, height: 1, originalWidth: 30_000, originalHeight: 9 },
  body: Buffer.from('RIFF'),
};
const TEXT: Answer = { made: 'text', detail: { characters: 2, isCut: true }, body: Buffer.from('送货') };

function read(...chunks: Uint8Array[]): Answer | undefined {
  const reader = createAnswerReader();
  for (const chunk of chunks) if (!reader.push(chunk)) return undefined;
  return reader.finish();
}

describe('createAnswerReader', () => {
  it.each([AUDIO, PICTURE, TEXT, { absent: 'copy.too_costly' } as const])(
    'reads what was written, however it comes',
    (answer) => {
      const bytes = Buffer.concat([READY, ...encodeAnswer(answer)]);
      expect(read(bytes)).toEqual(answer);
      expect(
        read(
          ...bytes
            .toString('latin1')
            .split('')
            .map((byte) => Buffer.from(byte, 'latin1')),
        ),
      ).toEqual(answer);
      for (let length = 0; length < bytes.length; length += 1) expect(read(bytes.subarray(0, length))).toBeUndefined();
      expect(read(bytes, Buffer.from('x'))).toBeUndefined();
    },
  );

  it.each<Answer>([
    { ...AUDIO, detail: { seconds: -1, peaks: [] } },
    { ...AUDIO, detail: { seconds: 1, peaks: Array<number>(MOST.peaks + 1).fill(1) } },
    { ...AUDIO, detail: { seconds: 1, peaks: [101] } },
    { ...PICTURE, detail: { ...PICTURE.detail, width: MOST.pixels + 1 } },
    { ...PICTURE, detail: { ...PICTURE.detail, height: 0.5 } },
    { ...PICTURE, detail: { ...PICTURE.detail, originalHeight: 1e9 } },
    { ...PICTURE, body: Buffer.alloc(MOST.pictureBytes + 1) },
    { ...TEXT, detail: { characters: MOST.textCharacters + 1, isCut: false } },
    { ...TEXT, body: Buffer.alloc(MOST.textBytes + 1) },
    { ...TEXT, body: Buffer.from('a\0b') },
    { ...TEXT, body: Buffer.alloc(MOST.textCharacters + 1, 'a') },
  ])('refuses what is out of bounds', (answer) => {
    expect(read(READY, ...encodeAnswer(answer))).toBeUndefined();
  });

  it('survives any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (bytes, isReady) => {
        expect(read(...(isReady ? [READY] : []), bytes)).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });
});

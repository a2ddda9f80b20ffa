import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryText } from '../arbitrary-text.ts';
import { normaliseText } from './normalise-text.ts';
import { JOINS_BEFORE, normaliseWithOffsets } from './normalise-with-offsets.ts';

describe('normaliseText', () => {
  it.each([
    ['ＡＢＣ１２３', 'abc123'],
    ['我們在臺灣後麵發', '我们在台湾后面发'],
    ['頭髮', '头发'],
    ['ΟΔΟΣ ς Σ', 'οδοσ σ σ'],
    ['a \t\n\u3000b', 'a b'],
    ['  x  ', ' x '],
    ['㎏', 'kg'],
    ['ﬁ', 'fi'],
    ['J\u030c', 'ǰ'],
    ['薴', '苎'],
    ['\ud83dx\ude00', '\ufffdx\ufffd'],
    ['😀👨\u200d👩\u200d👧𠮷', '😀👨\u200d👩\u200d👧𠮷'],
    ['合\u200b同\u202e', '合同'],
    ['e\u200b\u0301', 'é'],
    ['', ''],
  ])('turns %j into %j', (text, normalised) => {
    expect(normaliseText(text)).toBe(normalised);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        expect(normaliseText(normaliseText(text))).toBe(normaliseText(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves every part of a normalised text as it is', () => {
    fc.assert(
      fc.property(arbitraryText, fc.nat(40), fc.nat(40), (text, from, size) => {
        const part = [...normaliseText(text)].slice(from, from + size).join('');
        expect(normaliseText(part)).toBe(part);
      }),
      { numRuns: 2000 },
    );
  });

  it('is stable for every code point', () => {
    for (let code = 0; code <= 0x10ffff; code += 1) {
      const text = String.fromCodePoint(code);
      const once = normaliseText(text);
      if (normaliseText(once) !== once) expect.fail(`U+${code.toString(16)} is not stable`);
    }
  });
});

describe('normaliseWithOffsets', () => {
  it('gives the same text as normaliseText, with one offset per unit', () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        const { text: normalised, starts, ends } = normaliseWithOffsets(text);
        expect(normalised).toBe(normaliseText(text));
        expect([starts.length, ends.length]).toEqual([normalised.length, normalised.length]);
      }),
      { numRuns: 5000 },
    );
  });

  it('joins everything that Unicode composes with what stands before it', () => {
    for (let code = 0; code <= 0x10ffff; code += 1) {
      const [, ...joining] = String.fromCodePoint(code).normalize('NFD');
      for (const codePoint of joining) expect(JOINS_BEFORE.test(codePoint), `in U+${code.toString(16)}`).toBe(true);
    }
  });
});

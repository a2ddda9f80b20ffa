import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryText } from '../arbitrary-text.ts';
import { createTextHasher } from './create-text-hasher.ts';
import { textTokens } from './text-tokens.ts';

/** Any function of the token will do: FNV-1a, signed. */
function hash(token: string): number {
  let value = 0x811c9dc5;
  for (const byte of Buffer.from(token)) value = Math.imul(value ^ byte, 0x01000193);
  return value;
}

const expected = (texts: readonly string[]): number[] =>
  [...new Set([...textTokens(texts)].map(hash))].toSorted((one, other) => one - other);

it('hashes exactly the tokens of the texts, also with all that was read before in its memory', () => {
  const hashTexts = createTextHasher(hash);
  fc.assert(
    fc.property(fc.array(arbitraryText, { maxLength: 4 }), (texts) => {
      expect(hashTexts(texts)).toEqual(expected(texts));
    }),
    { numRuns: 4000 },
  );
});

it('keeps to the tokens for every code point between others', () => {
  const hashTexts = createTextHasher(hash);
  for (let code = 0; code <= 0x10ffff; code += code < 0x10000 ? 1 : 997) {
    const character = String.fromCodePoint(code);
    const texts = [`上${character}${character}a${character}\u3099`];
    const [got, wanted] = [hashTexts(texts), expected(texts)];
    if (got.join() !== wanted.join()) expect.fail(`U+${code.toString(16)} is hashed otherwise`);
  }
});

it('hashes the tokens that are given beside the texts', () => {
  const others = ['p:linxiaoyu', 'k:text'];
  const wanted = [...expected(['上海']), ...others.map(hash)].toSorted((one, other) => one - other);
  expect(createTextHasher(hash)(['上海'], others)).toEqual(wanted);
});

it('asks for a token once while it is remembered', () => {
  let asked = 0;
  const hashTexts = createTextHasher((token) => ((asked += 1), hash(token)));
  const first = hashTexts(['上海上海']);
  expect(asked).toBe(4);
  expect(hashTexts(['上海上海'])).toEqual(first);
  expect(asked).toBe(4);
});

it('reads a long text whole', () => {
  const text = Array.from({ length: 20_000 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('');
  expect(createTextHasher(hash)([text])).toEqual(expected([text]));
});

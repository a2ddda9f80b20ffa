import { expect, it } from 'vitest';
import { isTyped, shortFingerprint } from './is-typed.ts';

const FINGERPRINT = '3f2a91bc77d04411aa';

it.each([
  ['3f2a91bc', true],
  ['3F2A 91BC', true],
  ['3f2a91b', false],
  ['3f2a91bc7', false],
  ['', false],
])('"%s" names the key: %s', (typed, named) => {
  expect(isTyped(typed, FINGERPRINT)).toBe(named);
});

it('a fingerprint is shown by its first eight characters', () => {
  expect(shortFingerprint(FINGERPRINT)).toBe('3f2a91bc');
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeId, encodeId } from './encode-id.ts';

it.each([
  ['linxiaoyu', 'linxiaoyu'],
  ['wmABc_-', 'wmz41z42cz5fz2d'],
  ['zoe', 'z7aoe'],
  ['`a` || b', 'z60az60z20z7cz7cz20b'],
])('writes %j as %j', (id, token) => {
  expect(encodeId(id)).toBe(token);
});

it('keeps ids apart that differ in case only, and gives each back', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 30 }),
      fc.string({ minLength: 1, maxLength: 30 }),
      (one, other) => {
        fc.pre(one !== other);
        expect(encodeId(one)).toMatch(/^[0-9a-z]{1,96}$/);
        expect(encodeId(one)).not.toBe(encodeId(other));
        if (/^[\x20-\x7e]+$/.test(one)) expect(decodeId(encodeId(one))).toBe(one);
      },
    ),
  );
});

it('writes an id that is too long for a token as its hash, which leads back to nothing', () => {
  const [one, other] = [encodeId(`${'A'.repeat(64)}1`), encodeId(`${'A'.repeat(64)}2`)];
  expect(one).toMatch(/^zz[0-9a-f]{40}$/);
  expect(one).not.toBe(other);
  expect(decodeId(one)).toBeUndefined();
});

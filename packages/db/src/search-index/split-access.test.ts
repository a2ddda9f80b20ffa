import { expect, test } from 'vitest';
import { encodeArray } from '../arrays/encode-array.ts';
import { isPlain, splitAccess } from './split-access.ts';
import type { AccessTokens } from './token-condition.ts';

const NEW_YEAR = Date.UTC(2026, 0, 1);
/** Before 1970: no end at all, and one before everything, are not the same. */
const LONG_AGO = Date.UTC(1969, 0, 1);
const ALWAYS = { from: null, until: null };

/** The only group of these. */
function groupOf(...access: readonly AccessTokens[]) {
  const groups = splitAccess(access);
  expect(groups).toHaveLength(1);
  const [group] = groups;
  if (group === undefined) throw new Error('no group');
  return group;
}

test('whoever is seen always has no period, and nobody else is seen always', () => {
  const { people } = groupOf({ people: [1, 2], ...ALWAYS }, { people: [3], from: NEW_YEAR, until: null });
  expect(people).toEqual({
    everybody: encodeArray.ints([1, 2, 3]),
    always: encodeArray.ints([1, 2]),
    periods: '{"3":"{[2026-01-01T00:00:00.000Z,)}"}',
    size: 3,
  });
});

test('where everybody is seen always nobody has a period, and the other way round', () => {
  expect(groupOf({ people: [1], ...ALWAYS }).people).toMatchObject({ periods: null });
  expect(groupOf({ people: [1], from: null, until: NEW_YEAR }).people).toMatchObject({ always: null });
});

test('a period that ends long ago is one, and one that ends as it begins is none', () => {
  expect(groupOf({ people: [1], from: null, until: LONG_AGO }).people?.periods).toBe(
    '{"1":"{[,1969-01-01T00:00:00.000Z)}"}',
  );
  expect(groupOf({ people: [1], from: NEW_YEAR, until: NEW_YEAR }).people?.periods).toBe('{}');
});

test('an entry that names nobody is a time, and is not plain even where nothing else narrows it', () => {
  const group = groupOf({ from: NEW_YEAR, until: null });
  expect(group).toMatchObject({ people: null, times: [{ from: NEW_YEAR, until: null }] });
  expect(isPlain(group)).toBe(false);
  expect(isPlain(groupOf({ people: [1], ...ALWAYS }))).toBe(true);
  expect(isPlain(groupOf({ people: [1], rooms: [9], ...ALWAYS }))).toBe(false);
});

test.each<[string, Partial<AccessTokens>, Partial<AccessTokens>]>([
  ['customers', { with: [7] }, { with: [8] }],
  ['rooms', { rooms: [7] }, { rooms: [8] }],
  ['kinds', { kinds: ['text'] }, { kinds: ['file'] }],
  ['directions', { directions: ['inbound'] }, { directions: ['outbound'] }],
])('entries that differ in %s stay apart', (_field, one, other) => {
  expect(splitAccess([one, other].map((each) => ({ people: [1], ...ALWAYS, ...each })))).toHaveLength(2);
});

import { expect, test } from 'vitest';
import { encodeArray } from '../arrays/encode-array.ts';
import { listFacts } from '../search-tokens/pack-facts.ts';
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

test('the same condition is split once', () => {
  const access = [{ people: [1], ...ALWAYS }];
  expect(splitAccess(access)).toBe(splitAccess(access));
});

test('several periods of somebody stand together, and one that ends before it begins is none', () => {
  const { people } = groupOf(
    { people: [1], from: null, until: LONG_AGO - 1 },
    { people: [1], from: LONG_AGO, until: NEW_YEAR },
    { people: [1], from: NEW_YEAR, until: LONG_AGO },
  );
  expect(people?.periods).toBe(
    '{"1":"{[,1968-12-31T23:59:59.999Z),[1969-01-01T00:00:00.000Z,2026-01-01T00:00:00.000Z)}"}',
  );
});

test('facts are those of the kinds and directions; an empty list has none, where no list has all', () => {
  const of = (narrowing: Partial<AccessTokens>) => groupOf({ ...ALWAYS, ...narrowing });
  const list = (kinds: AccessTokens['kinds'] = [], directions: AccessTokens['directions'] = []) =>
    listFacts({ kinds, directions, hasMedia: null });
  expect(of({ people: [1] })).toMatchObject({ facts: null, directions: null });
  expect(of({ kinds: ['text'] })).toMatchObject({ facts: list(['text']), directions: null });
  expect(of({ directions: ['inbound'] })).toMatchObject({
    facts: list([], ['inbound']),
    directions: list([], ['inbound']),
  });
  expect(of({ kinds: ['file'], directions: ['inbound'] }).facts).toEqual(list(['file'], ['inbound']));
  expect(of({ kinds: [] })).toMatchObject({ facts: [], directions: null });
  expect(of({ directions: [] })).toMatchObject({ facts: [], directions: [] });
});

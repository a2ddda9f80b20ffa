import { DIRECTIONS } from '@highwater/domain';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { paths } from '../paths.ts';
import { filterQuery, withOne, withoutOne } from './filter-query.ts';
import { isEmpty, listIgnored, readFilters, type Filters } from './filters.ts';
import { KINDS } from './kinds.ts';
import { RANGES } from './relative-range.ts';
import { toSelection } from './to-selection.ts';

const TODAY = '2026-11-22';

/** The filters that the address of a search says. */
function readBack(filters: Filters): Filters {
  return readFilters(new URL(paths.search(filterQuery(filters)), 'http://localhost').searchParams);
}

const id = fc.stringMatching(/^[\w.@-]{1,20}$/);
const asked = fc.constantFrom('', 'true', 'false');
const day = fc.constantFrom('', '2026-08-01', '2026-11-22');
const range = fc.constantFrom('', ...RANGES);
const anyFilters: fc.Arbitrary<Filters> = fc
  .record({
    q: fc.string({ unit: 'grapheme', maxLength: 30 }),
    people: fc.uniqueArray(id, { maxLength: 4 }),
    room: fc.oneof(fc.constant(''), id),
    conversation: fc.oneof(fc.constant(''), id),
    kinds: fc.subarray([...KINDS]),
    directions: fc.subarray([...DIRECTIONS]),
    media: asked,
    recalled: asked,
    unanswered: fc.constantFrom('', 'true'),
    range,
    from: day,
    until: day,
  })
  .map((filters) => (filters.from === '' && filters.until === '' ? filters : { ...filters, range: '' }));

it('any filters survive the way through an address', () => {
  fc.assert(
    fc.property(anyFilters, (filters) => {
      expect(readBack(filters)).toEqual(filters);
    }),
  );
});

it('days become instants of the zone, the last day included', () => {
  const filters = readFilters(new URLSearchParams('from=2026-11-20&until=2026-11-20'));
  const { from, until } = toSelection(filters, 'Asia/Shanghai', TODAY);
  expect(new Date(from ?? 0).toISOString()).toBe('2026-11-19T16:00:00.000Z');
  expect(new Date(until ?? 0).toISOString()).toBe('2026-11-20T16:00:00.000Z');
});

it('a range is told from today on, and gives way to own days', () => {
  const filters = readFilters(new URLSearchParams('range=7d'));
  const { from, until } = toSelection(filters, 'Asia/Shanghai', TODAY);
  expect(new Date(from ?? 0).toISOString()).toBe('2026-11-15T16:00:00.000Z');
  expect(new Date(until ?? 0).toISOString()).toBe('2026-11-22T16:00:00.000Z');
  expect(readFilters(new URLSearchParams('range=7d&from=2026-11-01'))).toMatchObject({ range: '', from: '2026-11-01' });
  expect(filterQuery(filters, { from: '2026-11-01' })).toMatchObject({ range: '', from: '2026-11-01' });
  expect(readFilters(new URLSearchParams('range=8d')).range).toBe('');
});

it('what is asked reaches the API as it is meant', () => {
  const search = new URLSearchParams(
    'q=+水果+&person=a&person=b&media=false&recalled=true&unanswered=true&direction=inbound',
  );
  expect(toSelection(readFilters(search), 'Asia/Shanghai', TODAY)).toEqual({
    q: '水果',
    people: ['a', 'b'],
    directions: ['inbound'],
    media: false,
    recalled: true,
    unanswered: true,
  });
});

it('what is not ours is left out', () => {
  const filters = readFilters(
    new URLSearchParams('kind=nonsense&direction=up&media=1&unanswered=false&person=&from=yesterday&until=2026-13-45'),
  );
  expect(filters.kinds).toEqual([]);
  expect(toSelection(filters, 'Asia/Shanghai', TODAY)).toEqual({});
  expect(isEmpty(readFilters(new URLSearchParams('lang=en')))).toBe(true);
});

it('one filter more or less leaves the others', () => {
  expect(withOne(['a'], 'b')).toEqual(['a', 'b']);
  expect(withOne(['a'], 'a')).toEqual(['a']);
  expect(withoutOne(['a', 'b'], 'a')).toEqual(['b']);
});

it('what means nothing is named, so that nobody takes the result for narrowed', () => {
  const search = new URLSearchParams('q=a&kind=text&kind=zzz&from=2026-02-30&until=2026-03-01&media=true&direction=');
  expect(listIgnored(search)).toEqual(['kind=zzz', 'from=2026-02-30']);
  expect(listIgnored(new URLSearchParams('q=a&range=30d&recalled=false&cursor=x'))).toEqual([]);
});

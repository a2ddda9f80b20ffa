import { expect, it } from 'vitest';
import { isEmpty, readFilters, toSelection } from './filters.ts';
import { filterQuery } from './filter-query.ts';

it('filters survive the way through an address', () => {
  const filters = readFilters(
    new URLSearchParams('q=水果&person=linxiaoyu&kind=text&kind=file&from=2026-11-20&until=2026-11-21'),
  );
  expect(filters.kinds).toEqual(['text', 'file']);
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(filterQuery(filters))) {
    for (const each of typeof value === 'string' ? [value] : value) search.append(name, each);
  }
  expect(readFilters(search)).toEqual(filters);
});

it('days become instants of the zone, the last day included', () => {
  const filters = readFilters(new URLSearchParams('from=2026-11-20&until=2026-11-20'));
  const { from, until } = toSelection(filters, 'Asia/Shanghai');
  expect(new Date(from ?? 0).toISOString()).toBe('2026-11-19T16:00:00.000Z');
  expect(new Date(until ?? 0).toISOString()).toBe('2026-11-20T16:00:00.000Z');
});

it('what is not ours is left out', () => {
  const filters = readFilters(new URLSearchParams('kind=nonsense&from=yesterday&until=2026-13-45'));
  expect(filters.kinds).toEqual([]);
  expect(toSelection(filters, 'Asia/Shanghai')).toEqual({});
  expect(isEmpty(readFilters(new URLSearchParams('lang=en')))).toBe(true);
});

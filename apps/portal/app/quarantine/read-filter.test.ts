import { describe, expect, it } from 'vitest';
import { daysLeft, readFilter } from './read-filter.ts';

const read = (query: string) => {
  const search = new URLSearchParams(query);
  return readFilter((name) => search.get(name));
};

describe('the part of the quarantine that an address means', () => {
  it.each([
    ['', undefined],
    ['cause=key_wrong', undefined],
    ['connectionId=c', { connectionId: 'c' }],
    ['connectionId=c&cause=unreadable', { connectionId: 'c', cause: 'unreadable' }],
    ['connectionId=c&cause=key_missing&publickeyVer=3', { connectionId: 'c', cause: 'key_missing', publickeyVer: 3 }],
    ['connectionId=c&cause=other&publickeyVer=-3', { connectionId: 'c' }],
    ['connectionId=c&publickeyVer=1e3', { connectionId: 'c' }],
  ])('is read from "%s"', (query, filter) => {
    expect(read(query)).toEqual(filter);
  });
});

describe('days left', () => {
  const day = 86_400_000;
  it.each([
    [5 * day, 0, 5],
    [5 * day, 1, 5],
    [day, 0, 1],
    [1, 0, 1],
    [0, 0, null],
    [0, day, null],
  ])('until %i at %i are %s', (end, now, days) => {
    expect(daysLeft(end, now)).toBe(days);
  });
});

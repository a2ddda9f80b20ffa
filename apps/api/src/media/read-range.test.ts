import { describe, expect, test } from 'vitest';
import { rangeThatHolds, readRange } from './read-range.ts';

describe('a range header', () => {
  test.each([
    [null, null],
    ['bytes=0-3', { start: 0, end: 3 }],
    ['bytes=4-', { start: 4, end: 9 }],
    ['bytes=-3', { start: 7, end: 9 }],
    ['bytes=-30', { start: 0, end: 9 }],
    ['bytes=5-500', { start: 5, end: 9 }],
    ['bytes=10-', 'unsatisfiable'],
    ['bytes=5-4', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=-', null],
    ['bytes=0-1,3-4', null],
    ['lines=0-1', null],
  ])('%s of ten bytes', (header, range) => {
    expect(readRange(header, 10)).toEqual(range);
  });
});

describe('a range on condition', () => {
  test.each([
    [undefined, 'bytes=0-3'],
    ['"abc"', 'bytes=0-3'],
    ['"other"', null],
    ['W/"abc"', null],
    ['Sun, 22 Nov 2026 08:00:00 GMT', null],
  ])('holds for the same bytes only (%s)', (ifRange, range) => {
    const headers = new Headers({ range: 'bytes=0-3', ...(ifRange === undefined ? {} : { 'if-range': ifRange }) });
    expect(rangeThatHolds(headers, '"abc"')).toBe(range);
  });

  test('asks for the whole where no range is asked for', () => {
    expect(rangeThatHolds(new Headers({ 'if-range': '"abc"' }), '"abc"')).toBeNull();
  });
});

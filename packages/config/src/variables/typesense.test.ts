import { describe, expect, it } from 'vitest';
import { typesenseConfig, typesenseRule } from './typesense.ts';

const url = 'https://typesense.internal:8108';

describe('settings of the Typesense server', () => {
  it.each([
    ['neither', { HIGHWATER_TYPESENSE_URL: undefined, HIGHWATER_TYPESENSE_SEARCH_KEY: undefined }],
    ['both', { HIGHWATER_TYPESENSE_URL: url, HIGHWATER_TYPESENSE_API_KEY: 'key' }],
  ])('may be %s', (_, values) => {
    expect(typesenseRule(values)).toEqual([]);
  });

  it.each([
    ['HIGHWATER_TYPESENSE_URL', { HIGHWATER_TYPESENSE_URL: undefined, HIGHWATER_TYPESENSE_API_KEY: 'key' }],
    ['HIGHWATER_TYPESENSE_SEARCH_KEY', { HIGHWATER_TYPESENSE_URL: url, HIGHWATER_TYPESENSE_SEARCH_KEY: undefined }],
  ])('are not taken without %s', (variable, values) => {
    expect(typesenseRule(values)).toEqual([expect.objectContaining({ variable, problem: 'is not set' })]);
  });

  it.each([
    ['production', 'http://10.0.0.7:8108', 1],
    ['production', 'http://127.0.0.1:8108', 0],
    ['production', url, 0],
    ['development', 'http://10.0.0.7:8108', 0],
  ])('in %s with %s: %i problems', (mode, address, count) => {
    const values = { HIGHWATER_MODE: mode, HIGHWATER_TYPESENSE_URL: address, HIGHWATER_TYPESENSE_API_KEY: 'key' };
    expect(typesenseRule(values)).toHaveLength(count);
  });

  it('are one thing or nothing', () => {
    expect(typesenseConfig(url, 'key')).toEqual({ url, key: 'key' });
    expect(typesenseConfig(undefined, undefined)).toBeUndefined();
  });
});

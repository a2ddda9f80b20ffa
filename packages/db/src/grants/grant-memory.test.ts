import type { PersonKey } from '@highwater/domain';
import { expect, test } from 'vitest';
import { createGrantMemory } from './grant-memory.ts';
import type { ResolvedGrant } from './list-grants-of.ts';

/** Grants of so many people. */
const of = (count: number): readonly ResolvedGrant[] => [
  {
    actions: ['view'],
    clauses: [{ people: Array.from({ length: count }, (_, at) => `person${at}` as PersonKey) }],
    expiresAt: null,
  },
];

test('what was kept under one version is not found under another', () => {
  const memory = createGrantMemory();
  const grants = of(3);
  memory.keep('a', 'one', grants);
  expect(memory.find('a', 'one')).toBe(grants);
  expect(memory.find('a', 'two')).toBeUndefined();
  expect(memory.find('b', 'one')).toBeUndefined();
});

test('what was not asked for the longest is forgotten when there are too many people', () => {
  const memory = createGrantMemory(100);
  for (const key of ['a', 'b', 'c']) memory.keep(key, '1', of(30));
  memory.find('a', '1');
  memory.keep('d', '1', of(30));
  expect(['a', 'b', 'c', 'd'].filter((key) => memory.find(key, '1') !== undefined)).toEqual(['a', 'c', 'd']);
});

test('keeping the same anew takes its place, and what is too large for it alone is not kept', () => {
  const memory = createGrantMemory(100);
  for (let version = 0; version < 10; version += 1) memory.keep('a', String(version), of(60));
  expect(memory.find('a', '9')).toBeDefined();
  memory.keep('b', '1', of(200));
  expect(['a', 'b'].filter((key) => memory.find(key, '9') ?? memory.find(key, '1'))).toEqual([]);
});

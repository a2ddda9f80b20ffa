import { createTestDatabase, type TestDatabase } from '@highwater/testkit';
import { readFile } from 'node:fs/promises';
import type pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openSuperuser } from './testing/open-superuser.ts';
import { readDataMap, type MappedColumn } from './testing/read-data-map.ts';

const FORMS = ['clear', 'sealed', 'boxed', 'wrapped', 'enciphered', 'hash', 'keyed hash', 'password hash'];

let own: TestDatabase;
let superuser: pg.Pool;
let mapped: readonly MappedColumn[];
let columns: readonly { name: string; type: string }[];

beforeAll(async () => {
  own = await createTestDatabase(inject('superuser'));
  superuser = openSuperuser(inject('superuser'), own);
  mapped = readDataMap(await readFile(new URL('../../../../docs/data-map.md', import.meta.url), 'utf8'));
  const { rows } = await superuser.query<{ name: string; type: string }>(
    `SELECT format('%s.%s.%s', n.nspname, c.relname, a.attname) AS name, format_type(a.atttypid, NULL) AS type
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname IN ('hw', 'identity') AND c.relkind IN ('r', 'p', 'v', 'm') AND a.attnum > 0 AND NOT a.attisdropped`,
  );
  columns = rows;
});
afterAll(async () => {
  await superuser.end();
  await own.drop();
});

test('the data map has a line for every column, and none besides', () => {
  const names = mapped.map(({ name }) => name);
  expect(names.toSorted()).toEqual(columns.map(({ name }) => name).toSorted());
  expect(new Set(names).size).toBe(names.length);
});

test('every line of the data map names a known form', () => {
  expect(mapped.filter(({ form }) => !FORMS.includes(form))).toEqual([]);
});

test('columns of bytes and of secrets are not clear', () => {
  const formOf = new Map(mapped.map(({ name, form }) => [name, form]));
  const secret = columns.filter(({ name, type }) => type === 'bytea' || /_sealed$|_hash$|password$/.test(name));
  expect(secret.length).toBeGreaterThan(10);
  expect(secret.filter(({ name }) => formOf.get(name) === 'clear')).toEqual([]);
});

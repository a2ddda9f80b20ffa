import type { AccessClause, AccessCondition, PersonKey, TenantId, UnixMs } from '@highwater/domain';
import { addTenant, createTestDatabase, type TestDatabase } from '@highwater/testkit';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { inTenant } from '../transactions/in-tenant.ts';
import { employeesSql } from './employees-sql.ts';
import { SqlValues } from './sql-values.ts';
import { clauses } from './testing/arbitrary-clauses.ts';
import { CUSTOMERS, DAY, EMPLOYEES, START } from './testing/small-company.ts';

interface Note {
  readonly employee: PersonKey;
  readonly customer: PersonKey;
  readonly from: UnixMs;
  /** Null while it is there. */
  readonly until: UnixMs | null;
}

/** Of every employee about every customer some that ended, on the ends of days and between them, and one that is there. */
const NOTES: readonly Note[] = EMPLOYEES.flatMap((employee, place) =>
  CUSTOMERS.flatMap((customer, other) => [
    { employee, customer, from: START + place * DAY, until: START + (place + other + 1) * 2 * DAY },
    { employee, customer, from: START + (place + other) * 2 * DAY + 1, until: START + 14 * DAY + other },
    { employee, customer, from: START + 15 * DAY, until: null },
  ]),
);

let own: TestDatabase;
let tenantId: TenantId;

beforeAll(async () => {
  own = await createTestDatabase(inject('superuser'));
  tenantId = await addTenant(own.database);
});
afterAll(() => own.drop());

/** Places of the notes that the condition opens, as notes with times or as notes of today. */
async function openedUnder(access: AccessCondition, ofToday: boolean): Promise<readonly number[]> {
  const values = new SqlValues();
  const date = (at: UnixMs | null) => (at === null ? null : new Date(at));
  const times = ofToday ? null : { from: 'n.since', until: 'n.until' };
  const lists = [
    `${values.add(NOTES.map(({ employee }) => employee))}::text[]`,
    `${values.add(NOTES.map(({ customer }) => customer))}::text[]`,
    `${values.add(NOTES.map(({ from }) => date(from)))}::timestamptz[]`,
    `${values.add(NOTES.map(({ until }) => date(until)))}::timestamptz[]`,
  ];
  const columns = { employee: 'n.employee', customer: 'n.customer' };
  const holds = employeesSql(access, columns, values, times);
  const { rows } = await inTenant(own.database, tenantId, (tx) =>
    tx.query<{ place: number }>(
      `SELECT (n.place - 1)::int AS place FROM unnest(${lists.join(', ')}) WITH ORDINALITY AS n (employee, customer, since, until, place)
       WHERE ${holds} ORDER BY 1`,
      values.all,
    ),
  );
  return rows.map(({ place }) => place);
}

const opened = (any: readonly AccessClause[], ofToday: boolean) => openedUnder({ kind: 'where', any }, ofToday);

test('who sees everything knows every note, who sees nothing none', async () => {
  expect(await openedUnder({ kind: 'all' }, true)).toHaveLength(NOTES.length);
  expect(await openedUnder({ kind: 'none' }, true)).toEqual([]);
});

/** Told once more: whether a clause opens all that the two said to each other, at a time at which the note was there. */
function opens(clause: AccessClause, note: Note, ofToday: boolean): boolean {
  if (clause.rooms || clause.kinds || clause.directions) return false;
  if (clause.people && !clause.people.includes(note.employee)) return false;
  if (clause.with && !clause.with.includes(note.customer)) return false;
  const [from, until] = [clause.from ?? -Infinity, clause.until ?? Infinity];
  if (from >= until) return false;
  return ofToday ? until === Infinity : note.from < until && (note.until ?? Infinity) > from;
}

test.each([
  ['with the times in which they were there', false],
  ['of today', true],
])('notes %s are opened by clauses that open all of a relation, and by no other', async (_name, ofToday) => {
  const sizes = new Set<number>();
  await fc.assert(
    fc.asyncProperty(clauses, async (any) => {
      const expected = NOTES.flatMap((note, place) => (any.some((each) => opens(each, note, ofToday)) ? [place] : []));
      expect(await opened(any, ofToday)).toEqual(expected);
      sizes.add(expected.length);
    }),
    { numRuns: 200 },
  );
  expect(sizes.size).toBeGreaterThan(3);
});

test('with customers and a period, notes count that were there within it', async () => {
  const [customers, until] = [CUSTOMERS.slice(0, 1), START + 3 * DAY];
  const about = NOTES.flatMap((note, place) => (customers.includes(note.customer) ? [{ ...note, place }] : []));
  const expected = about.flatMap(({ from, place }) => (from < until ? [place] : []));
  expect(await opened([{ with: customers, until }], false)).toEqual(expected);
  expect(expected.length).toBeLessThan(about.length);
});

test('a clause of some rooms, kinds or directions opens no note', async () => {
  const people = [...EMPLOYEES];
  for (const narrowed of [{ rooms: [] }, { kinds: ['text' as const] }, { directions: ['inbound' as const] }]) {
    expect(await opened([{ people, ...narrowed }], false)).toEqual([]);
  }
  expect(await opened([{ people }], false)).toHaveLength(NOTES.length);
  expect(await opened([{ people, with: CUSTOMERS.slice(0, 1) }], false)).toHaveLength(NOTES.length / CUSTOMERS.length);
});

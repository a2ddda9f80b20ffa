import type { ConnectionId, TenantId } from '@highwater/domain';
import { addConnection, addTenant, createTestDatabase, ROW_TIME, type TestDatabase } from '@highwater/testkit';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { inTenant, type TenantTx } from '../transactions/in-tenant.ts';
import { lockEnriching } from '../enrichment/lock-enriching.ts';
import { observe, type Fact } from './observe.ts';

let own: TestDatabase;
let tenantId: TenantId;
let connectionId: ConnectionId;

beforeAll(async () => {
  own = await createTestDatabase(inject('superuser'));
});
afterAll(() => own.drop());
beforeEach(async () => {
  tenantId = await addTenant(own.database);
  connectionId = await within((tx) => addConnection(tx));
});

const within = <Result>(work: (tx: TenantTx) => Promise<Result>): Promise<Result> =>
  inTenant(own.database, tenantId, work);

interface Interval {
  readonly key: string;
  readonly value: string;
  readonly from: number;
  readonly until: number;
  readonly endedBy: number | null;
}

const name = (key: string, value: string | null, at: number): Fact => ({
  subject: 'person',
  subjectKey: key,
  attribute: 'name',
  value,
  at: ROW_TIME + at,
});

const look = (facts: readonly Fact[]): Promise<void> =>
  within(async (tx) => {
    await lockEnriching(tx, connectionId);
    await observe(tx, connectionId, facts);
  });

async function read(): Promise<readonly Interval[]> {
  return within(async (tx) => {
    const { rows } = await tx.query<Interval>(
      `SELECT subject_key AS key, value, seen_from AS from, seen_until AS until, ended_by AS "endedBy"
       FROM hw.intervals ORDER BY subject_key, seen_from`,
    );
    return rows.map((row) => ({
      ...row,
      from: row.from - ROW_TIME,
      until: row.until - ROW_TIME,
      endedBy: row.endedBy === null ? null : row.endedBy - ROW_TIME,
    }));
  });
}

describe('a value', () => {
  test('seen again is one interval from the first look to the last', async () => {
    await look([name('lin', '林小雨', 0)]);
    await look([name('lin', '林小雨', 500)]);
    expect(await read()).toEqual([{ key: 'lin', value: '林小雨', from: 0, until: 500, endedBy: null }]);
  });

  test('that another one replaced ends where the other was first seen, and nobody knows what was between', async () => {
    await look([name('lin', '林小雨', 0)]);
    await look([name('lin', '林小雨', 100)]);
    await look([name('lin', '林晓雨', 500)]);
    expect(await read()).toEqual([
      { key: 'lin', value: '林小雨', from: 0, until: 100, endedBy: 500 },
      { key: 'lin', value: '林晓雨', from: 500, until: 500, endedBy: null },
    ]);
  });

  test('that is gone ends, and begins anew when it is seen again', async () => {
    await look([name('lin', 'A', 0)]);
    await look([name('lin', null, 100)]);
    await look([name('lin', null, 200)]);
    await look([name('lin', 'A', 300)]);
    expect(await read()).toEqual([
      { key: 'lin', value: 'A', from: 0, until: 0, endedBy: 100 },
      { key: 'lin', value: 'A', from: 300, until: 300, endedBy: null },
    ]);
  });

  test('that the clock saw before an older one stands just after it', async () => {
    await look([name('lin', 'A', 1000)]);
    await look([name('lin', 'B', 10)]);
    expect(await read()).toEqual([
      { key: 'lin', value: 'A', from: 1000, until: 1000, endedBy: 1001 },
      { key: 'lin', value: 'B', from: 1001, until: 1001, endedBy: null },
    ]);
  });
});

test('two looks at once at the same person leave one value open', async () => {
  await look([name('lin', 'A', 0), name('chen', 'C', 0)]);
  await Promise.all([
    look([name('lin', 'B', 100), name('chen', 'D', 100)]),
    look([name('chen', 'D', 101), name('lin', 'B', 101)]),
    look([name('lin', 'B', 99)]),
  ]);
  const all = await read();
  expect(all.filter(({ endedBy }) => endedBy === null).map(({ key, value }) => [key, value])).toEqual([
    ['chen', 'D'],
    ['lin', 'B'],
  ]);
  expect(all).toHaveLength(4);
});

/** The same rule, one fact after the other. */
class Model {
  readonly rows: { key: string; value: string; from: number; until: number; endedBy: number | null }[] = [];

  see(key: string, value: string | null, at: number): void {
    const mine = this.rows.filter((row) => row.key === key);
    const last = mine.at(-1);
    const open = last?.endedBy === null ? last : undefined;
    if (open?.value === value) open.until = Math.max(open.until, at);
    else {
      const from = last === undefined ? at : Math.max(at, last.until + 1, last.endedBy ?? at);
      if (open !== undefined) open.endedBy = value === null ? Math.max(at, open.until) : from;
      if (value !== null) this.rows.push({ key, value, from, until: from, endedBy: null });
    }
  }
}

const batch = fc.array(
  fc.record({
    key: fc.constantFrom('a', 'b', 'c'),
    value: fc.option(fc.constantFrom('x', 'y', 'z')),
    at: fc.integer({ min: 0, max: 40 }),
  }),
  { maxLength: 6 },
);

test('whatever is seen in whatever order, intervals follow the model, never overlap and at most one is open', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(batch, { minLength: 1, maxLength: 12 }), async (batches) => {
      connectionId = await within((tx) => addConnection(tx));
      const model = new Model();
      for (const facts of batches) {
        await look(facts.map(({ key, value, at }) => name(key, value, at)));
        // Of several facts about one attribute in a batch the last counts.
        const last = new Map(facts.map((fact) => [fact.key, fact]));
        for (const { key, value, at } of last.values()) model.see(key, value, at);
      }
      const rows = await within(async (tx) => {
        const found = await tx.query<Interval>(
          `SELECT subject_key AS key, value, seen_from AS from, seen_until AS until, ended_by AS "endedBy"
           FROM hw.intervals WHERE connection_id = $1 ORDER BY subject_key, seen_from`,
          [connectionId],
        );
        return found.rows;
      });
      const shifted = rows.map((row) => ({
        ...row,
        from: row.from - ROW_TIME,
        until: row.until - ROW_TIME,
        endedBy: row.endedBy === null ? null : row.endedBy - ROW_TIME,
      }));
      expect(shifted).toEqual(
        model.rows.toSorted((one, other) => one.key.localeCompare(other.key) || one.from - other.from),
      );
      for (const key of ['a', 'b', 'c']) {
        const of = shifted.filter((row) => row.key === key);
        of.forEach((row, place) => {
          const next = of[place + 1];
          expect(row.until).toBeGreaterThanOrEqual(row.from);
          if (next === undefined) return;
          expect(row.endedBy).not.toBeNull();
          expect(row.endedBy ?? Infinity).toBeLessThanOrEqual(next.from);
          expect(row.until).toBeLessThan(next.from);
        });
      }
    }),
    { numRuns: 60 },
  );
});

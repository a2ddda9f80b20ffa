import type { ConnectionId, DepartmentRecord, PersonKey, TenantId } from '@highwater/domain';
import { addConnection, addTenant, createTestDatabase, ROW_TIME, type TestDatabase } from '@highwater/testkit';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { saveDepartments } from '../enrichment/departments.ts';
import { observe } from '../intervals/observe.ts';
import { inTenant, type TenantTx } from '../transactions/in-tenant.ts';
import { findDepartmentsVersion } from './find-departments-version.ts';
import { NO_TERMS } from './grant-terms.ts';
import { createGrantMemory } from './grant-memory.ts';
import { listGrantsOf, type ResolvedGrant } from './list-grants-of.ts';

const LIN = 'linxiaoyu' as PersonKey;
const ZHAO = 'zhaokai' as PersonKey;

let own: TestDatabase;
let tenantId: TenantId;
let connectionId: ConnectionId;
let clock = ROW_TIME;

beforeAll(async () => {
  own = await createTestDatabase(inject('superuser'));
});
afterAll(() => own.drop());
beforeEach(async () => {
  tenantId = await addTenant(own.database);
  connectionId = await within((tx) => addConnection(tx));
  await within((tx) => saveDepartments(tx, connectionId, tree(['1', '0'], ['2', '1'], ['3', '1']), ROW_TIME));
  await move(LIN, '2');
  await move(ZHAO, '3');
});

const within = <Result>(work: (tx: TenantTx) => Promise<Result>) => inTenant(own.database, tenantId, work);
const version = () => within((tx) => findDepartmentsVersion(tx, [connectionId]));

function tree(...places: readonly (readonly [id: string, parent: string])[]): readonly DepartmentRecord[] {
  return places.map(([departmentId, parentId]) => ({ departmentId, parentId, name: null, position: '0', leaders: [] }));
}

async function move(person: PersonKey, value: string | null): Promise<void> {
  clock += 60_000;
  await within((tx) =>
    observe(tx, connectionId, [
      { subject: 'person', subjectKey: person, attribute: 'departments', value, at: clock },
      { subject: 'person', subjectKey: person, attribute: 'alias', value: String(clock), at: clock },
    ]),
  );
}

/** Whom a grant of department 2 gives as of now, asked with and without a memory; they agree. */
function createReader(asOf: 'now' | 'message' = 'now') {
  const memory = createGrantMemory();
  const places = [{ connectionId, departmentId: '2' }];
  const named = { personKey: null, grants: [{ ...NO_TERMS, departments: { places, asOf } }] };
  return async (): Promise<{ grants: readonly ResolvedGrant[]; people: readonly PersonKey[] }> => {
    const [grants, fresh] = await within(async (tx) => [
      await listGrantsOf(tx, named, memory),
      await listGrantsOf(tx, named),
    ]);
    expect(grants).toEqual(fresh);
    return { grants, people: grants.flatMap(({ clauses }) => clauses.flatMap(({ people = [] }) => people)) };
  };
}

test('what was worked out is kept while nobody moved', async () => {
  const read = createReader();
  const first = await read();
  expect(first.people).toEqual([LIN]);
  await within((tx) =>
    observe(tx, connectionId, [
      { subject: 'person', subjectKey: LIN, attribute: 'departments', value: '2', at: (clock += 60_000) },
      { subject: 'person', subjectKey: LIN, attribute: 'name', value: '林晓雨', at: clock },
    ]),
  );
  await within((tx) => saveDepartments(tx, connectionId, tree(['1', '0'], ['2', '1'], ['3', '1']), clock));
  expect((await read()).grants).toBe(first.grants);
});

test.each(['now', 'message'] as const)('whoever moves in or away is there or gone at once, as of %s', async (asOf) => {
  const read = createReader(asOf);
  const before = await read();
  await move(ZHAO, '3,2');
  const moved = await read();
  expect(moved.people).toContain(ZHAO);
  expect(moved.grants).not.toEqual(before.grants);
  await move(ZHAO, '3');
  expect((await read()).grants).not.toEqual(moved.grants);
  await move(LIN, null);
  const left = await read();
  expect(left.people).toEqual(asOf === 'now' ? [] : expect.arrayContaining([LIN]));
});

test.each(['now', 'message'] as const)(
  'a department that comes below another or vanishes counts at once, as of %s',
  async (asOf) => {
    const read = createReader(asOf);
    await read();
    await within((tx) =>
      saveDepartments(tx, connectionId, tree(['1', '0'], ['2', '1'], ['3', '2']), (clock += 60_000)),
    );
    expect((await read()).people.toSorted()).toEqual([LIN, ZHAO]);
    await within((tx) => saveDepartments(tx, connectionId, tree(['1', '0']), (clock += 60_000)));
    expect((await read()).people.toSorted()).toEqual(asOf === 'now' ? [] : [LIN, ZHAO]);
  },
);

test('a change that is not committed is not seen, and one that is rolled back leaves what was', async () => {
  const read = createReader();
  const first = await read();
  const before = await version();
  const failed = within(async (tx) => {
    await observe(tx, connectionId, [
      { subject: 'person', subjectKey: LIN, attribute: 'departments', value: '3', at: (clock += 60_000) },
    ]);
    expect((await read()).grants).toBe(first.grants);
    throw new Error('the look failed');
  });
  await expect(failed).rejects.toThrow('the look failed');
  expect(await version()).toBe(before);
  expect((await read()).grants).toBe(first.grants);
});

test('one transaction changes the number once, and another connection has its own', async () => {
  const other = await within((tx) => addConnection(tx));
  const before = await version();
  await within(async (tx) => {
    for (const value of ['4', '5']) {
      await observe(tx, connectionId, [
        { subject: 'person', subjectKey: LIN, attribute: 'departments', value, at: (clock += 60_000) },
      ]);
    }
    const { rows } = await tx.query<{ written: boolean }>(
      'SELECT version = pg_current_xact_id()::text::bigint AS written FROM hw.department_versions WHERE tenant_id = $1',
      [tenantId],
    );
    expect(rows).toEqual([{ written: true }]);
  });
  expect(await version()).not.toBe(before);
  expect(await within((tx) => findDepartmentsVersion(tx, [other]))).toBe('');
});

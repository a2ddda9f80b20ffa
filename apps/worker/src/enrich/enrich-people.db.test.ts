import { inTenant, savePeople, wakeEnrichment, wakePeople } from '@highwater/db';
import type { PersonKey } from '@highwater/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { Killed } from '../testing/chain-fixture.ts';
import { enrich } from './enrich.ts';
import { LEASE_MS } from './enrich-turn.ts';
import {
  createEnrichFixture,
  customer,
  employee,
  external,
  follow,
  type EnrichFixture,
} from './testing/enrich-fixture.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WANG = external('wang');

let fixture: EnrichFixture;
beforeAll(async () => {
  fixture = await createEnrichFixture(inject('superuser'));
});
afterAll(() => fixture.close());
beforeEach(() => fixture.begin());

/** Waits are spread by a tenth both ways. */
function expectAbout(wait: number, ms: number): void {
  expect(wait).toBeGreaterThanOrEqual(ms * 0.9 - 1);
  expect(wait).toBeLessThanOrEqual(ms * 1.1 + 1);
}

describe('an employee', () => {
  it('gets name, position and departments, and is looked at again after about a day', async () => {
    await fixture.addPeople('employee', ['LinXiaoyu']);
    fixture.contacts.employees.set('linxiaoyu', employee('LinXiaoyu', { name: '林小雨', departmentIds: ['7', '2'] }));
    await fixture.enrich('employees');
    const row = await fixture.person('linxiaoyu');
    expect(row).toMatchObject({ name: '林小雨', state: 'complete', fault: null, misses: 0 });
    expectAbout((row?.next ?? 0) - fixture.clock.at, DAY);
    expect(await fixture.intervals('person', 'linxiaoyu', 'departments')).toMatchObject([
      { value: '7,2', ended: null },
    ]);
    expect(fixture.contacts.count('getEmployee')).toBe(1);
    await fixture.enrich('employees');
    expect(fixture.contacts.count('getEmployee')).toBe(1);
  });

  it('who is renamed keeps the old name as an interval that the look ended', async () => {
    await fixture.addPeople('employee', ['lin']);
    fixture.contacts.employees.set('lin', employee('lin', { name: '林小雨' }));
    await fixture.enrich('employees');
    const first = fixture.clock.at;
    fixture.clock.at += 2 * DAY;
    fixture.contacts.employees.set('lin', employee('lin', { name: '林晓雨' }));
    await fixture.enrich('employees');
    expect(await fixture.intervals('person', 'lin', 'name')).toEqual([
      { value: '林小雨', from: first, until: first, ended: fixture.clock.at },
      { value: '林晓雨', from: fixture.clock.at, until: fixture.clock.at, ended: null },
    ]);
    expect(await fixture.person('lin')).toMatchObject({ name: '林晓雨' });
  });

  it.each([
    ['person.unknown', 'gone'],
    ['scope.missing', 'not_visible'],
  ] as const)(
    'that WeCom answers with %s is %s, keeps its name, and is asked for ever less often',
    async (fault, state) => {
      await fixture.addPeople('employee', ['lin']);
      fixture.contacts.employees.set('lin', employee('lin', { name: '林小雨' }));
      await fixture.enrich('employees');
      fixture.contacts.refused.set('lin', { fault });
      fixture.clock.at += 2 * DAY;
      for (const wait of [HOUR, 2 * HOUR, 4 * HOUR]) {
        await fixture.enrich('employees');
        const row = await fixture.person('lin');
        expect(row).toMatchObject({ name: '林小雨', state, fault });
        expectAbout((row?.next ?? 0) - fixture.clock.at, wait);
        fixture.clock.at = row?.next ?? 0;
      }
      for (let misses = 3; misses < 12; misses += 1) {
        await fixture.enrich('employees');
        fixture.clock.at = (await fixture.person('lin'))?.next ?? 0;
      }
      const before = fixture.clock.at;
      await fixture.enrich('employees');
      expectAbout(((await fixture.person('lin'))?.next ?? 0) - before, 7 * DAY);
      expect(await fixture.intervals('person', 'lin', 'name')).toHaveLength(1);
    },
  );

  it.each([
    ['disabled', 'disabled', null],
    ['left', 'gone', 'person.unknown'],
  ] as const)('whose status is %s is %s', async (status, state, fault) => {
    await fixture.addPeople('employee', ['lin']);
    fixture.contacts.employees.set('lin', employee('lin', { status, name: '林小雨' }));
    await fixture.enrich('employees');
    expect(await fixture.person('lin')).toMatchObject({ name: '林小雨', state, fault });
  });

  it('whose name is withheld is known in part and says why', async () => {
    await fixture.addPeople('employee', ['lin']);
    fixture.contacts.employees.set('lin', employee('lin', { name: null }));
    await fixture.enrich('employees');
    expect(await fixture.person('lin')).toMatchObject({ name: null, state: 'partial', fault: 'scope.missing' });
  });

  it('is asked for with the customer secret where the contacts one is of another kind, which is tried once a turn', async () => {
    await fixture.addPeople('employee', ['a', 'b', 'c']);
    for (const id of ['a', 'b', 'c']) fixture.contacts.employees.set(id, employee(id));
    fixture.contacts.secrets.contacts = 'replaced';
    await fixture.giveSecret('contacts', 'wrong');
    await fixture.enrich('employees');
    expect(await fixture.person('a')).toMatchObject({ state: 'complete' });
    const asked = fixture.contacts.calls.filter(({ call }) => call === 'getEmployee').map(({ purpose }) => purpose);
    expect(asked.filter((purpose) => purpose === 'customer_contact')).toHaveLength(3);
    expect(asked.filter((purpose) => purpose === 'contacts').length).toBeLessThanOrEqual(3);
  });

  it('who left is found by the listing of the company before the next look at each', async () => {
    await fixture.addPeople('employee', ['a', 'b']);
    for (const id of ['a', 'b']) fixture.contacts.employees.set(id, employee(id));
    await fixture.enrich('employees');
    fixture.contacts.employees.delete('b');
    fixture.clock.at += 7 * HOUR;
    await fixture.addPeople('employee', ['c']);
    await fixture.enrich('employees');
    expect(await fixture.person('b')).toMatchObject({ name: '员工b', state: 'gone', fault: 'person.unknown' });
    expect(fixture.contacts.count('getEmployee', 'a')).toBe(1);
  });

  it('in the archive scope who never spoke has a name that day and no row among the people', async () => {
    fixture.contacts.permits[2].push('Silent');
    fixture.contacts.employees.set('silent', employee('Silent', { name: '沈默' }));
    await fixture.enrich('permits');
    await fixture.enrich('employees');
    expect(await fixture.person('silent')).toBeUndefined();
    expect(await fixture.intervals('person', 'silent', 'name')).toMatchObject([{ value: '沈默' }]);
    await fixture.enrich('employees');
    expect(fixture.contacts.count('getEmployee')).toBe(1);
  });
});

describe('without a secret', () => {
  it('people say so without a call, and are looked at once the secret is there', async () => {
    await fixture.begin([]);
    await fixture.addPeople('external_contact', [WANG]);
    await fixture.addPeople('employee', ['lin']);
    await fixture.enrich('external_contacts');
    await fixture.enrich('employees');
    expect(await fixture.person(WANG)).toMatchObject({ state: 'no_secret', fault: 'secret.missing' });
    expect(await fixture.person('lin')).toMatchObject({ state: 'no_secret', fault: 'secret.missing' });
    expect(fixture.contacts.calls).toEqual([]);
    fixture.clock.at += HOUR;
    await fixture.giveSecret('customer_contact');
    fixture.contacts.externals.set(WANG, customer(WANG, []));
    await inTenant(fixture.deps.database, fixture.place.tenantId, (tx) =>
      wakeEnrichment(tx, fixture.place.connectionId, ['external_contacts'], fixture.clock.at, { again: true }),
    );
    await fixture.enrich('external_contacts');
    expect(await fixture.person(WANG)).toMatchObject({ state: 'complete', fault: null });
  });
});

describe('when a secret is taken away', () => {
  it('who was seen stays as last seen, who left stays left, and nobody is said to have been looked at', async () => {
    await fixture.addPeople('employee', ['lin', 'left', 'new']);
    fixture.contacts.employees.set('lin', employee('lin', { name: '林小雨' }));
    fixture.contacts.employees.set('left', employee('left', { name: '何俊', status: 'left' }));
    fixture.contacts.employees.set('new', employee('new', { name: '新人' }));
    await fixture.enrich('employees');
    const seenAt = fixture.clock.at;
    await fixture.takeSecret('contacts');
    await fixture.takeSecret('customer_contact');
    await fixture.addPeople('employee', ['later']);
    fixture.clock.at += 2 * DAY;
    await fixture.enrich('employees');
    expect(await fixture.person('lin')).toMatchObject({ state: 'complete', fault: 'secret.missing', lookedAt: seenAt });
    expect(await fixture.person('left')).toMatchObject({ state: 'gone', fault: 'secret.missing', lookedAt: seenAt });
    expect(await fixture.person('later')).toMatchObject({ state: 'no_secret', lookedAt: null });
  });
});

describe('an external contact', () => {
  it('gets nickname, company and union id, with every follow relation and the names of its tags', async () => {
    await fixture.addPeople('external_contact', [WANG]);
    fixture.contacts.tags.push({ tagId: 't1', groupName: '级别', name: '重要', isDeleted: false });
    fixture.contacts.externals.set(
      WANG,
      customer(
        WANG,
        [
          follow('lin', { remark: '门店老板', tags: [{ tagId: 't1', name: null }], remarkMobiles: ['13800000000'] }),
          follow('chen', { remark: null, tags: [{ tagId: null, name: '个人' }] }),
        ],
        { name: '王丽', corpName: '果园', unionid: 'o1' },
      ),
    );
    await fixture.enrich('tags');
    await fixture.enrich('external_contacts');
    expect(
      await fixture.read(
        `SELECT p.name, p.corp_name AS corp, p.unionid, f.employee_key AS employee, f.remark, f.tags, f.remark_mobiles AS mobiles
         FROM hw.people p JOIN hw.follows f ON f.external_key = p.person_key ORDER BY employee_key`,
      ),
    ).toEqual([
      { name: '王丽', corp: '果园', unionid: 'o1', employee: 'chen', remark: null, tags: ['个人'], mobiles: [] },
      {
        name: '王丽',
        corp: '果园',
        unionid: 'o1',
        employee: 'lin',
        remark: '门店老板',
        tags: ['重要'],
        mobiles: ['13800000000'],
      },
    ]);
    expect(await fixture.intervals('follow', `${WANG} lin`, 'remark')).toMatchObject([
      { value: '门店老板', ended: null },
    ]);
  });

  it('who is no customer of anybody any more is gone, and the relations end with their history', async () => {
    await fixture.addPeople('external_contact', [WANG]);
    fixture.contacts.externals.set(WANG, customer(WANG, [follow('lin', { remark: '老王' })], { name: '王丽' }));
    await fixture.enrich('external_contacts');
    fixture.contacts.externals.delete(WANG);
    fixture.clock.at += 2 * DAY;
    await fixture.enrich('external_contacts');
    expect(await fixture.person(WANG)).toMatchObject({ name: '王丽', state: 'gone', fault: 'contact.unknown' });
    expect(await fixture.read('SELECT remark, ended_by AS ended FROM hw.follows')).toEqual([
      { remark: '老王', ended: fixture.clock.at },
    ]);
    expect(await fixture.intervals('follow', `${WANG} lin`, 'remark')).toMatchObject([
      { value: '老王', ended: fixture.clock.at },
    ]);
  });

  it('whose follower let go keeps the others', async () => {
    await fixture.addPeople('external_contact', [WANG]);
    fixture.contacts.externals.set(WANG, customer(WANG, [follow('lin'), follow('chen')]));
    await fixture.enrich('external_contacts');
    fixture.contacts.externals.set(WANG, customer(WANG, [follow('chen')]));
    fixture.clock.at += 2 * DAY;
    await fixture.enrich('external_contacts');
    expect(await fixture.read('SELECT employee_key AS e, ended_by IS NULL AS open FROM hw.follows ORDER BY 1')).toEqual(
      [
        { e: 'chen', open: true },
        { e: 'lin', open: false },
      ],
    );
  });

  it('that a callback woke is looked at at once, and one woken during a look stays due', async () => {
    await fixture.addPeople('external_contact', [WANG]);
    fixture.contacts.externals.set(WANG, customer(WANG, [], { name: '旧' }));
    await fixture.enrich('external_contacts');
    fixture.clock.at += HOUR;
    const wake = () =>
      inTenant(fixture.deps.database, fixture.place.tenantId, (tx) =>
        wakePeople(tx, fixture.place.connectionId, [WANG], fixture.clock.at),
      );
    expect(await wake()).toEqual(['external_contacts']);
    fixture.contacts.externals.set(WANG, customer(WANG, [], { name: '新' }));
    const held = Promise.withResolvers<void>();
    fixture.contacts.hanging = held.promise;
    const look = enrich(fixture.deps, { ...fixture.place, kind: 'external_contacts' });
    while (fixture.contacts.count('getExternalContact') < 2) await new Promise(setImmediate);
    fixture.clock.at += 1;
    const woken = fixture.clock.at;
    await wake();
    held.resolve();
    await look;
    // The turn itself came back to it.
    expect(fixture.contacts.count('getExternalContact')).toBe(3);
    const row = await fixture.person(WANG);
    expect(row).toMatchObject({ name: '新' });
    expect(row?.next).toBeGreaterThan(woken);
  });
});

describe('a walk over customers', () => {
  const names = Array.from({ length: 260 }, (_, at) => external(`c${at}`));

  beforeEach(async () => {
    await fixture.addPeople('external_contact', names);
    for (const key of names) fixture.contacts.externals.set(key, customer(key, [follow('lin', { remark: 'r' })]));
    fixture.contacts.permits[2].push('Lin', 'Chen');
    await fixture.enrich('permits');
  });

  it('brings them a hundred a call, leaves strangers out and asks nobody singly', async () => {
    const stranger = external('stranger');
    fixture.contacts.externals.set(stranger, customer(stranger, [follow('lin')]));
    await fixture.enrich('external_contacts');
    expect(fixture.contacts.count('listExternalContactsOf')).toBe(3);
    expect(fixture.contacts.count('getExternalContact')).toBe(0);
    expect(await fixture.read("SELECT FROM hw.people WHERE state = 'complete'")).toHaveLength(260);
    expect(await fixture.read('SELECT FROM hw.follows')).toHaveLength(260);
    expect(await fixture.enrichment('external_contacts')).toMatchObject({ cursor: null, fault: null });
  });

  it('ends relations that it did not bring, and whom it did not bring is asked for singly', async () => {
    await fixture.enrich('external_contacts');
    const [lost = WANG] = names;
    fixture.contacts.externals.delete(lost);
    fixture.clock.at += 2 * DAY;
    await fixture.enrich('external_contacts');
    expect(await fixture.read('SELECT external_key AS key FROM hw.follows WHERE ended_by IS NOT NULL')).toEqual([
      { key: lost },
    ]);
    expect(fixture.contacts.count('getExternalContact')).toBe(1);
    expect(await fixture.person(lost)).toMatchObject({ state: 'gone' });
  });

  it('that was killed goes on where it stood', async () => {
    fixture.chain.killAt('enrich.saved', 3);
    await expect(enrich(fixture.deps, { ...fixture.place, kind: 'external_contacts' })).rejects.toThrow(Killed);
    const before = fixture.contacts.count('listExternalContactsOf');
    fixture.clock.at += LEASE_MS;
    await fixture.enrich('external_contacts');
    expect(fixture.contacts.count('listExternalContactsOf')).toBeLessThanOrEqual(before + 3);
    expect(fixture.contacts.count('listExternalContactsOf')).toBeGreaterThan(before);
    expect(await fixture.read("SELECT FROM hw.people WHERE state = 'complete'")).toHaveLength(260);
    expect(await fixture.read('SELECT FROM hw.follows WHERE ended_by IS NOT NULL')).toHaveLength(0);
  });

  it('asks for employees apart where WeCom refuses one of them', async () => {
    fixture.contacts.faults.push({ on: 'listExternalContactsOf', fault: 'contact.unknown' });
    await fixture.enrich('external_contacts');
    expect(fixture.contacts.calls.filter(({ call }) => call === 'listExternalContactsOf').map(({ of }) => of)).toEqual([
      '2',
      '1',
      '1',
      '1',
      '1',
    ]);
    expect(await fixture.read("SELECT FROM hw.people WHERE state = 'complete'")).toHaveLength(260);
  });
});

it('five thousand ids are looked at in turns that end, each once, and open pages of the same people do not wait or deadlock', async () => {
  const ids = Array.from({ length: 5_000 }, (_, at) => `user${at}`);
  await fixture.addPeople('employee', ids);
  for (const id of ids) fixture.contacts.employees.set(id, employee(id));
  let done = false;
  const enriching = fixture.enrich('employees').finally(() => (done = true));
  const { tenantId, connectionId } = fixture.place;
  let [pages, slowest] = [0, 0];
  while (!done) {
    const began = performance.now();
    await inTenant(fixture.deps.database, tenantId, async (tx) => {
      const some = ids.filter((_, at) => at % 50 === pages % 50);
      const at = fixture.clock.at + pages;
      await savePeople(
        tx,
        connectionId,
        some.map((id) => ({ personKey: id as PersonKey, writtenAs: id, kind: 'employee', firstAt: at, lastAt: at })),
      );
    });
    slowest = Math.max(slowest, performance.now() - began);
    pages += 1;
  }
  const turns = await enriching;
  expect(turns).toBeGreaterThan(10);
  expect(turns).toBeLessThan(40);
  expect(pages).toBeGreaterThan(10);
  expect(slowest).toBeLessThan(2_000);
  expect(fixture.contacts.count('getEmployee')).toBe(5_000);
  expect(await fixture.read("SELECT FROM hw.people WHERE state = 'complete'")).toHaveLength(5_000);
}, 120_000);

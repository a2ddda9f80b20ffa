import type { ConsentRecord, PersonKey, RoomId } from '@highwater/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { createEnrichFixture, customer, external, room, type EnrichFixture } from './testing/enrich-fixture.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WANG = external('wang');
const LI = external('li');
const CUSTOMERS = 'wrTESTcustomers' as RoomId;
const TEAM = 'wrTESTteam' as RoomId;

let fixture: EnrichFixture;
beforeAll(async () => {
  fixture = await createEnrichFixture(inject('superuser'));
});
afterAll(() => fixture.close());
beforeEach(() => fixture.begin());

const members = () =>
  fixture.read<{ key: string; from: number; until: number; ended: number | null }>(
    `SELECT person_key AS key, seen_from AS from, seen_until AS until, ended_by AS ended FROM hw.room_members
     ORDER BY person_key, seen_from`,
  );

describe('a room', () => {
  it('of customers and one of the company get name, owner and members, each by its own call', async () => {
    await fixture.addRoom(CUSTOMERS, true);
    await fixture.addRoom(TEAM, false);
    fixture.contacts.rooms.set(CUSTOMERS, room(CUSTOMERS, 'customer', ['lin', WANG]));
    fixture.contacts.rooms.set(TEAM, room(TEAM, 'internal', ['lin', 'chen']));
    await fixture.enrich('rooms');
    expect(await fixture.room(CUSTOMERS)).toMatchObject({ name: `群${CUSTOMERS}`, state: 'complete', fault: null });
    expect(await fixture.room(TEAM)).toMatchObject({ state: 'complete' });
    expect(await fixture.intervals('room', TEAM, 'owner')).toMatchObject([{ value: 'lin', ended: null }]);
    expect((await members()).map(({ key }) => key)).toEqual(['chen', 'lin', 'lin', WANG]);
    expect(fixture.contacts.count('getCustomerRoom')).toBe(1);
    expect(fixture.contacts.count('getInternalRoom')).toBe(1);
  });

  it('that the other call knows is found by it, and asked for there the next time', async () => {
    await fixture.addRoom(CUSTOMERS, false);
    fixture.contacts.rooms.set(CUSTOMERS, room(CUSTOMERS, 'customer', ['lin']));
    await fixture.enrich('rooms');
    fixture.clock.at += DAY;
    await fixture.enrich('rooms');
    expect(await fixture.room(CUSTOMERS)).toMatchObject({ state: 'complete' });
    expect(fixture.contacts.count('getInternalRoom')).toBe(1);
    expect(fixture.contacts.count('getCustomerRoom')).toBe(2);
  });

  it('that no call knows was begun in WeChat; one that was known and is not is gone and keeps its members', async () => {
    await fixture.addRoom(CUSTOMERS, true);
    await fixture.addRoom(TEAM, false);
    fixture.contacts.rooms.set(TEAM, room(TEAM, 'internal', ['lin']));
    await fixture.enrich('rooms');
    expect(await fixture.room(CUSTOMERS)).toMatchObject({ state: 'not_customer_room', fault: 'room.unknown' });
    fixture.contacts.rooms.delete(TEAM);
    fixture.clock.at += DAY;
    await fixture.enrich('rooms');
    expect(await fixture.room(TEAM)).toMatchObject({ name: `群${TEAM}`, state: 'gone', fault: 'room.unknown' });
    expect(await members()).toMatchObject([{ key: 'lin', ended: null }]);
  });

  it('that its call refuses with a number nobody explained is asked for with the other call', async () => {
    await fixture.addRoom(CUSTOMERS, false);
    await fixture.addRoom(TEAM, false);
    fixture.contacts.broken.set('getInternalRoom', { fault: 'wecom.error', detail: { errcode: 99999 } });
    fixture.contacts.rooms.set(CUSTOMERS, room(CUSTOMERS, 'customer', ['lin']));
    await fixture.enrich('rooms');
    expect(await fixture.room(CUSTOMERS)).toMatchObject({ state: 'complete' });
    expect(await fixture.room(TEAM)).toMatchObject({ state: 'pending', fault: 'wecom.error' });
  });

  it('says that the customer secret is missing where only that could open it', async () => {
    await fixture.begin([]);
    await fixture.addRoom(CUSTOMERS, true);
    await fixture.addRoom(TEAM, false);
    fixture.contacts.rooms.set(TEAM, room(TEAM, 'internal', ['lin']));
    await fixture.enrich('rooms');
    expect(await fixture.room(CUSTOMERS)).toMatchObject({ state: 'no_secret', fault: 'secret.missing' });
    expect(await fixture.room(TEAM)).toMatchObject({ state: 'complete' });
  });

  it('that was seen before its secret was taken away stays as it was seen', async () => {
    await fixture.addRoom(CUSTOMERS, true);
    fixture.contacts.rooms.set(CUSTOMERS, room(CUSTOMERS, 'customer', ['lin']));
    await fixture.enrich('rooms');
    const seenAt = fixture.clock.at;
    await fixture.takeSecret('customer_contact');
    fixture.clock.at += 2 * DAY;
    await fixture.enrich('rooms');
    expect(await fixture.room(CUSTOMERS)).toMatchObject({
      state: 'complete',
      fault: 'secret.missing',
      lookedAt: seenAt,
    });
  });

  it('outside of the visible range is not visible', async () => {
    await fixture.addRoom(CUSTOMERS, true);
    fixture.contacts.refused.set(CUSTOMERS, { fault: 'scope.missing' });
    await fixture.enrich('rooms');
    expect(await fixture.room(CUSTOMERS)).toMatchObject({ state: 'not_visible', fault: 'scope.missing' });
  });

  it('whose member left, came back, or joined again between two looks shows each stay', async () => {
    await fixture.addRoom(TEAM, false);
    const first = fixture.clock.at;
    const withChen = (joinedAt: number | null) => {
      const found = room(TEAM, 'internal', ['lin', 'chen']);
      return { ...found, members: found.members.map((one) => (one.personKey === 'chen' ? { ...one, joinedAt } : one)) };
    };
    fixture.contacts.rooms.set(TEAM, withChen(first - HOUR));
    await fixture.enrich('rooms');
    const look = async (found: Parameters<typeof fixture.contacts.rooms.set>[1]) => {
      fixture.clock.at += DAY;
      fixture.contacts.rooms.set(TEAM, found);
      await fixture.enrich('rooms');
      return fixture.clock.at;
    };
    const second = await look(room(TEAM, 'internal', ['lin']));
    const third = await look(withChen(second + HOUR));
    const fourth = await look(withChen(third + 2 * HOUR));
    const chen = (await members()).filter(({ key }) => key === 'chen');
    expect(chen).toEqual([
      { key: 'chen', from: first, until: first, ended: second },
      { key: 'chen', from: third, until: third, ended: third + 2 * HOUR },
      { key: 'chen', from: fourth, until: fourth, ended: null },
    ]);
    expect((await members()).filter(({ key }) => key === 'lin')).toMatchObject([{ from: first, until: fourth }]);
  });

  it('names members: strangers who never spoke in the history only, people without a name of their own in their row too', async () => {
    await fixture.addRoom(CUSTOMERS, true);
    await fixture.addPeople('external_contact', [WANG, LI]);
    fixture.contacts.externals.set(LI, customer(LI, [], { name: '李娜' }));
    await fixture.enrich('external_contacts');
    expect(await fixture.person(WANG)).toMatchObject({ name: null, state: 'gone' });
    const stranger = external('stranger');
    fixture.contacts.rooms.set(CUSTOMERS, room(CUSTOMERS, 'customer', [WANG, LI, stranger]));
    await fixture.enrich('rooms');
    expect(await fixture.person(WANG)).toMatchObject({ name: `成员${WANG.slice(0, 8)}`, state: 'gone' });
    expect(await fixture.person(LI)).toMatchObject({ name: '李娜', state: 'complete' });
    expect(await fixture.person(stranger)).toBeUndefined();
    expect(await fixture.intervals('person', stranger, 'name')).toHaveLength(1);
    expect(await fixture.intervals('person', LI, 'name')).toMatchObject([{ value: '李娜' }]);
  });
});

it('a robot gets its name and who made it; an unknown one is gone', async () => {
  const [robot, lost] = ['wbTESTrobot0000000000000', 'wbTESTlost00000000000000'];
  await fixture.addPeople('robot', [robot, lost]);
  fixture.contacts.robots.set(robot, { personKey: robot as PersonKey, name: '提醒', creator: 'lin' as PersonKey });
  await fixture.enrich('robots');
  expect(await fixture.person(robot)).toMatchObject({ name: '提醒', state: 'complete' });
  expect(await fixture.person(lost)).toMatchObject({ state: 'gone', fault: 'person.unknown' });
});

it('the department tree is kept as it is and as it was: renamed, moved, gone', async () => {
  const tree = (...rows: readonly [string, string | null, string | null][]) =>
    fixture.contacts.departments.splice(
      0,
      10,
      ...rows.map(([departmentId, parentId, name]) => ({ departmentId, parentId, name, position: '1', leaders: [] })),
    );
  tree(['1', null, '公司'], ['2', '1', '销售'], ['3', '1', '客服']);
  await fixture.enrich('departments');
  const first = fixture.clock.at;
  fixture.clock.at += DAY;
  tree(['1', null, '公司'], ['2', '3', '大客户'], ['3', '1', null]);
  await fixture.enrich('departments');
  fixture.clock.at += DAY;
  tree(['1', null, '公司'], ['3', '1', null]);
  await fixture.enrich('departments');
  const second = first + DAY;
  expect(await fixture.intervals('department', '2', 'name')).toMatchObject([
    { value: '销售', from: first, ended: second },
    { value: '大客户', from: second, ended: fixture.clock.at },
  ]);
  expect(await fixture.intervals('department', '2', 'parent')).toMatchObject([{ value: '1' }, { value: '3' }]);
  expect(
    await fixture.read('SELECT department_id AS id, name, ended_by AS ended FROM hw.departments ORDER BY 1'),
  ).toEqual([
    { id: '1', name: '公司', ended: null },
    { id: '2', name: '大客户', ended: fixture.clock.at },
    { id: '3', name: '客服', ended: null },
  ]);
  await fixture.enrich('departments');
  // Where the first secret withheld a name, the other was asked as well.
  expect(fixture.contacts.count('listDepartments')).toBe(5);
});

it('a department whose name the contacts secret withholds is named by the other; where neither may, the kind says so', async () => {
  const tree = [{ departmentId: '1', parentId: null, name: '公司', position: '1', leaders: [] }];
  fixture.contacts.departments.splice(0, 10, ...tree);
  fixture.contacts.unnamedFor.add('contacts');
  await fixture.enrich('departments');
  expect(await fixture.read('SELECT name FROM hw.departments')).toEqual([{ name: '公司' }]);
  fixture.contacts.unnamedFor.add('customer_contact');
  fixture.clock.at += DAY;
  await fixture.enrich('departments');
  expect(await fixture.read('SELECT name FROM hw.departments')).toEqual([{ name: '公司' }]);
  expect(await fixture.read("SELECT fault FROM hw.enrichments WHERE kind = 'departments'")).toEqual([
    { fault: 'scope.missing' },
  ]);
});

it('who is in the archive scope is kept by edition, and an edition that is refused keeps what was known', async () => {
  fixture.contacts.permits[1].push('Lin', 'chen');
  fixture.contacts.permits[3].push('lin');
  await fixture.enrich('permits');
  const first = fixture.clock.at;
  fixture.clock.at += 2 * HOUR;
  fixture.contacts.permits[1].pop();
  fixture.contacts.refused.set('3', { fault: 'archive.not_opened' });
  await fixture.enrich('permits');
  expect(
    await fixture.read(
      'SELECT person_key AS key, edition, seen_until AS until, ended_by AS ended FROM hw.permits ORDER BY edition, person_key',
    ),
  ).toEqual([
    { key: 'chen', edition: 1, until: first, ended: fixture.clock.at },
    { key: 'lin', edition: 1, until: fixture.clock.at, ended: null },
    { key: 'lin', edition: 3, until: first, ended: null },
  ]);
});

it('tags that come after relations give them their names; a tag that is gone keeps its own', async () => {
  await fixture.addPeople('external_contact', [WANG]);
  const tag = { tagId: 't1', groupName: '级别', name: '重要', isDeleted: false };
  fixture.contacts.externals.set(
    WANG,
    customer(WANG, [
      {
        employeeKey: 'lin' as PersonKey,
        remark: null,
        description: null,
        addedAt: null,
        tags: [{ tagId: 't1', name: null }],
        remarkCorpName: null,
        remarkMobiles: [],
        addWay: null,
      },
    ]),
  );
  await fixture.enrich('external_contacts');
  expect(await fixture.read('SELECT tags FROM hw.follows')).toEqual([{ tags: ['t1'] }]);
  fixture.contacts.tags.push(tag);
  await fixture.enrich('tags');
  expect(await fixture.read('SELECT tags FROM hw.follows')).toEqual([{ tags: ['重要'] }]);
  fixture.contacts.tags.pop();
  fixture.clock.at += DAY;
  await fixture.enrich('tags');
  expect(await fixture.read('SELECT name, is_deleted AS deleted FROM hw.customer_tags')).toEqual([
    { name: '重要', deleted: true },
  ]);
});

describe('consents', () => {
  const consent = (externalKey: PersonKey, employeeKey: string | null): ConsentRecord => ({
    externalKey,
    employeeKey: employeeKey as PersonKey | null,
    status: 'agree',
    changedAt: fixture.clock.at - HOUR,
  });
  const states = () =>
    fixture.read<{ key: string; of: string; room: boolean; status: string | null; fault: string | null }>(
      `SELECT external_key AS key, counterpart AS of, in_room AS room, status, fault FROM hw.consent_states
       ORDER BY external_key, counterpart`,
    );

  it('of pairs that talk are asked for a hundred a call, those that WeCom does not answer say so', async () => {
    const many = Array.from({ length: 150 }, (_, at) => external(`p${String(at).padStart(3, '0')}`));
    await fixture.addPeople('external_contact', many);
    await fixture.addPeople('employee', ['Lin']);
    for (const key of many) await fixture.addPair(key, 'lin' as PersonKey);
    for (const key of many.slice(1)) fixture.contacts.consents.push(consent(key, 'lin'));
    await fixture.enrich('consents');
    expect(fixture.contacts.count('checkConsents')).toBe(2);
    const all = await states();
    expect(all).toHaveLength(150);
    expect(all[0]).toEqual({ key: many[0], of: 'lin', room: false, status: null, fault: 'contact.unknown' });
    expect(all[1]).toEqual({ key: many[1], of: 'lin', room: false, status: 'agree', fault: null });
    fixture.clock.at += HOUR / 2;
    await fixture.enrich('consents');
    expect(fixture.contacts.count('checkConsents')).toBe(2);
  });

  it('of a customer room are asked for whole', async () => {
    await fixture.addRoom(CUSTOMERS, true);
    await fixture.addRoom(TEAM, false);
    fixture.contacts.roomConsents.set(CUSTOMERS, [consent(WANG, null), consent(LI, null)]);
    await fixture.enrich('consents');
    expect((await states()).map(({ key, of, room: inRoom, status }) => [key, of, inRoom, status])).toEqual(
      [
        [LI, CUSTOMERS, true, 'agree'],
        [WANG, CUSTOMERS, true, 'agree'],
      ].toSorted(),
    );
    expect(fixture.contacts.count('checkRoomConsents')).toBe(1);
  });

  it('of a room are asked for at once when somebody from outside came', async () => {
    await fixture.addRoom(CUSTOMERS, true);
    fixture.contacts.rooms.set(CUSTOMERS, room(CUSTOMERS, 'customer', ['lin']));
    await fixture.enrich('rooms');
    await fixture.enrich('consents');
    const lookAfterAMinute = async (people: readonly string[]) => {
      fixture.contacts.rooms.set(CUSTOMERS, room(CUSTOMERS, 'customer', people));
      fixture.clock.at += HOUR / 60;
      await fixture.read("UPDATE hw.rooms SET next_look_at = 'epoch'");
      await fixture.enrich('rooms');
      const [next] = await fixture.read<{ room: number; run: number }>(
        `SELECT r.next_consent_look_at AS room, e.next_run_at AS run FROM hw.rooms r JOIN hw.enrichments e ON e.kind = 'consents'`,
      );
      return [next?.room, next?.run].map((at = Infinity) => at <= fixture.clock.at);
    };
    expect(await lookAfterAMinute(['lin', 'chen'])).toEqual([false, false]);
    expect(await lookAfterAMinute(['lin', 'chen', WANG])).toEqual([true, true]);
    fixture.contacts.roomConsents.set(CUSTOMERS, [consent(WANG, null)]);
    await fixture.enrich('consents');
    expect(await states()).toMatchObject([{ key: WANG, of: CUSTOMERS, status: 'agree' }]);
    expect(await lookAfterAMinute(['lin', 'chen', WANG])).toEqual([false, false]);
  });

  it('of a pair that WeCom refuses are found by asking for the halves apart', async () => {
    const some = [external('a'), external('b'), external('c')];
    await fixture.addPeople('external_contact', some);
    await fixture.addPeople('employee', ['lin']);
    for (const key of some) await fixture.addPair(key, 'lin' as PersonKey);
    for (const key of some) fixture.contacts.consents.push(consent(key, 'lin'));
    fixture.contacts.faults.push({ on: 'checkConsents', fault: 'contact.unknown' });
    await fixture.enrich('consents');
    expect(fixture.contacts.calls.filter(({ call }) => call === 'checkConsents').map(({ of }) => of)).toEqual([
      '3',
      '2',
      '1',
    ]);
    expect((await states()).every(({ status }) => status === 'agree')).toBe(true);
  });
});

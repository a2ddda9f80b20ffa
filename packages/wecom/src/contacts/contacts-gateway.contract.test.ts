import { describe, expect, it } from 'vitest';
import type { PersonKey, RoomId } from '@highwater/domain';
import { faultErrorOf } from '../finance/testing/fault-error-of.ts';
import { openContactsBench, type ContactsBench } from './testing/open-contacts-bench.ts';

/** Walks to the end of a list. */
async function walk<Item>(
  ask: (cursor: string | null) => Promise<{ readonly items: readonly Item[]; readonly cursor: string | null }>,
): Promise<Item[]> {
  const all: Item[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await ask(cursor ?? null);
    all.push(...page.items);
    cursor = page.cursor;
  }
  return all;
}

const customersOf = ({ gateway, secret }: ContactsBench, userids: readonly string[]) =>
  walk((cursor) => gateway.listExternalContactsOf(secret('customer_contact'), userids, cursor));
const roomOf = (bench: ContactsBench, kind: 'customer' | 'internal' | 'wechat') =>
  [...bench.corp.directory.rooms()].find((room) => room.kind === kind)?.id as RoomId;

describe('employees', () => {
  it('come with the fields that an app may see, by whatever spelling they are asked for', async () => {
    await using bench = await openContactsBench();
    const employee = await bench.gateway.getEmployee(bench.secret('customer_contact'), 'LINXIAOYU');
    expect(employee).toMatchObject({
      personKey: 'linxiaoyu',
      writtenAs: 'LinXiaoyu',
      name: '林小雨',
      position: '客户经理',
      departmentIds: ['4', '2'],
      status: 'active',
    });
    expect(await bench.gateway.getEmployee(bench.secret('customer_contact'), 'GaoLei')).toMatchObject({
      status: 'disabled',
    });
  });

  it.each([
    ['out of the range', 'HeJun', 'scope.missing'],
    ['removed', 'TangWei', 'person.unknown'],
  ])('%s are refused as such', async (_, userid, fault) => {
    await using bench = await openContactsBench();
    const error = await faultErrorOf(bench.gateway.getEmployee(bench.secret('customer_contact'), userid));
    expect(error.fault).toBe(fault);
  });

  it('are listed by id with the secret of contacts, and have no names there', async () => {
    await using bench = await openContactsBench();
    const pairs = await walk((cursor) => bench.gateway.listEmployeeIds(bench.secret('contacts'), cursor));
    expect(pairs).toContainEqual({ personKey: 'chen.min', writtenAs: 'chen.min', departmentId: '2' });
    expect(pairs).toContainEqual({ personKey: 'hejun', writtenAs: 'HeJun', departmentId: '6' });
    const refused = await faultErrorOf(bench.gateway.getEmployee(bench.secret('contacts'), 'chen.min'));
    expect(refused).toMatchObject({ fault: 'secret.wrong_kind', detail: { errcode: 48002, ip: '127.0.0.1' } });
  });
});

describe('departments', () => {
  it('come with names and leaders by an app', async () => {
    await using bench = await openContactsBench();
    const departments = await bench.gateway.listDepartments(bench.secret('customer_contact'));
    expect(departments.find(({ departmentId }) => departmentId === '1')).toMatchObject({ parentId: null });
    expect(departments.find(({ departmentId }) => departmentId === '4')).toEqual({
      departmentId: '4',
      parentId: '2',
      name: '门店服务组',
      position: '3',
      leaders: ['linxiaoyu'],
    });
    expect(departments.map(({ departmentId }) => departmentId)).not.toContain('6');
  });

  it('come as a tree without names where the list is closed', async () => {
    await using bench = await openContactsBench();
    const departments = await bench.gateway.listDepartments(bench.secret('contacts'));
    expect(departments.map(({ departmentId, parentId, name }) => [departmentId, parentId, name])).toEqual([
      ['1', null, null],
      ['2', '1', null],
      ['3', '2', null],
      ['4', '2', null],
      ['5', '1', null],
      ['6', '5', null],
    ]);
  });

  it('come by name one by one where only the list is closed', async () => {
    await using bench = await openContactsBench();
    bench.corp.faults.plan({ on: 'contacts', kind: 'errcode', errcode: 48009, api: 'department/list', times: 1 });
    const departments = await bench.gateway.listDepartments(bench.secret('customer_contact'));
    expect(departments.map(({ name }) => name)).toEqual([
      '禾望果品',
      '销售部',
      '海外销售组',
      '门店服务组',
      '采购仓储部',
    ]);
  });
});

describe('external contacts', () => {
  it('come with every follow relation and named tags', async () => {
    await using bench = await openContactsBench();
    const employees = [...bench.corp.directory.employees()].map(({ userid }) => userid);
    const found = (await customersOf(bench, employees)).find(({ name }) => name === '王丽');
    const key = found?.externalKey ?? '';
    const contact = await bench.gateway.getExternalContact(bench.secret('customer_contact'), key);
    expect(contact).toMatchObject({ externalKey: key, name: '王丽', contactType: 1, unionid: expect.any(String) });
    expect(contact.follows).toHaveLength(bench.corp.directory.followersOf(key).length);
    expect(contact.follows.find(({ remark }) => remark !== null)).toMatchObject({
      remark: '王丽 春熙店',
      addedAt: Date.UTC(2026, 2, 2, 1),
      addWay: 1,
      tags: [
        { tagId: expect.any(String), name: '重点客户' },
        { tagId: expect.any(String), name: '门店' },
      ],
    });
  });

  it('come whole when WeCom cuts their followers into pages', async () => {
    await using bench = await openContactsBench();
    const { people } = bench.corp;
    const [{ externalKey } = { externalKey: '' }] = await customersOf(bench, ['LinXiaoyu']);
    for (let at = 0; at < 1203; at += 1) {
      const userid = `Many-${at}`;
      people.addEmployee({ userid, name: `甲${at}`, departments: [2] });
      people.follow({ userid, externalId: externalKey, remark: `乙${at}` });
    }
    const { follows } = await bench.gateway.getExternalContact(bench.secret('customer_contact'), externalKey);
    const many = follows.filter(({ employeeKey }) => employeeKey.startsWith('many-'));
    expect(many).toHaveLength(1203);
    expect(many.find(({ employeeKey }) => employeeKey === 'many-1202')?.remark).toBe('乙1202');
  });

  it('of employees come page by page, each with the relation that it was found by', async () => {
    await using bench = await openContactsBench();
    const employees = [...bench.corp.directory.employees()].filter(({ isVisible }) => isVisible);
    const userids = employees.map(({ userid }) => userid);
    const found = await customersOf(bench, userids);
    const whole = new Set(found.map(({ externalKey }) => externalKey));
    for (const { externalKey, follows } of found) {
      const [follow] = follows;
      expect(follows).toHaveLength(1);
      const single = await bench.gateway.getExternalContact(bench.secret('customer_contact'), externalKey);
      expect(single.follows.find(({ employeeKey }) => employeeKey === follow?.employeeKey)).toMatchObject({
        remark: follow?.remark ?? null,
        tags: follow?.tags.map(({ tagId }) => ({ tagId, name: expect.any(String) })),
      });
    }
    expect(whole.size).toBeGreaterThan(5);
    expect(await bench.gateway.listCustomerTags(bench.secret('customer_contact'))).toContainEqual({
      tagId: bench.corp.directory.tagGroups()[0]?.tags[0]?.id,
      groupName: '客户等级',
      name: '重点客户',
      isDeleted: false,
    });
  });

  it.each([
    ['wmNobodyNobodyNobodyNobody00', 84061],
    ['x', 40096],
  ])('%s is unknown by errcode %i', async (id, errcode) => {
    await using bench = await openContactsBench();
    const error = await faultErrorOf(bench.gateway.getExternalContact(bench.secret('customer_contact'), id));
    expect(error).toMatchObject({ fault: 'contact.unknown', detail: { errcode } });
  });
});

describe('rooms', () => {
  it('of customers come with owner, notice and members', async () => {
    await using bench = await openContactsBench();
    const { gateway, secret } = bench;
    const roomId = roomOf(bench, 'customer');
    const rooms = await walk((cursor) => gateway.listCustomerRooms(secret('customer_contact'), [], cursor));
    expect(rooms).toContainEqual({ roomId, status: 0 });
    const room = await gateway.getCustomerRoom(secret('customer_contact'), roomId);
    const entry = bench.corp.directory.findRoom(roomId);
    expect(room).toMatchObject({ roomId, roomKind: 'customer', name: entry?.name, madeAt: entry?.madeAt });
    expect(room.members).toHaveLength(entry?.members.length ?? 0);
    const outside = room.members.find(({ personKey }) => personKey.startsWith('wm'));
    expect(outside).toMatchObject({ name: expect.any(String), unionid: expect.any(String), invitedBy: room.owner });
  });

  it('of the company come by the archive’s secret', async () => {
    await using bench = await openContactsBench();
    const roomId = roomOf(bench, 'internal');
    const room = await bench.gateway.getInternalRoom(bench.secret('archive'), roomId);
    expect(room).toMatchObject({ roomId, roomKind: 'internal', name: bench.corp.directory.findRoom(roomId)?.name });
    expect(room.members.every(({ joinedAt }) => joinedAt !== null)).toBe(true);
  });

  it('that the other call knows, or none, are told apart', async () => {
    await using bench = await openContactsBench();
    const { gateway, secret } = bench;
    const fault = async (call: Promise<unknown>) => (await faultErrorOf(call)).fault;
    const [customer, internal, wechat] = (['customer', 'internal', 'wechat'] as const).map((kind) =>
      roomOf(bench, kind),
    );
    expect(await fault(gateway.getCustomerRoom(secret('customer_contact'), internal as RoomId))).toBe('room.internal');
    expect(await fault(gateway.getCustomerRoom(secret('customer_contact'), wechat as RoomId))).toBe('room.unknown');
    expect(await fault(gateway.getInternalRoom(secret('archive'), customer as RoomId))).toBe('room.unknown');
    expect(await fault(gateway.getInternalRoom(secret('archive'), wechat as RoomId))).toBe('room.unknown');
    expect(await fault(gateway.getRobot(secret('archive'), 'wbNobody'))).toBe('person.unknown');
  });
});

describe('what the archive knows of people', () => {
  it('is who has a seat, by edition', async () => {
    await using bench = await openContactsBench();
    const permits = (edition: 1 | 2 | 3) => bench.gateway.listPermits(bench.secret('archive'), edition);
    expect(await permits(1)).toEqual([]);
    expect(await permits(2)).toContainEqual({ personKey: 'linxiaoyu', writtenAs: 'LinXiaoyu' });
    expect((await permits(3)).map(({ personKey }) => personKey).toSorted()).toEqual(['chen.min', 'mia.olsen']);
  });

  it('is who agreed, of pairs and of a room', async () => {
    await using bench = await openContactsBench();
    const { gateway, secret } = bench;
    const follows = (await customersOf(bench, ['LinXiaoyu', 'ZhaoKai'])).map(({ externalKey, follows: [follow] }) => ({
      userid: follow?.employeeKey === 'linxiaoyu' ? 'LinXiaoyu' : 'ZhaoKai',
      externalUserid: externalKey,
    }));
    const consents = await gateway.checkConsents(secret('archive'), follows);
    expect(consents).toHaveLength(follows.length);
    expect(consents[0]).toMatchObject({ status: 'agree', changedAt: expect.any(Number) });
    expect(consents.every(({ employeeKey }) => ['linxiaoyu', 'zhaokai'].includes(employeeKey ?? ''))).toBe(true);
    const inRoom = await gateway.checkRoomConsents(secret('archive'), roomOf(bench, 'customer'));
    expect(inRoom.length).toBeGreaterThan(0);
    expect(inRoom.every(({ employeeKey }) => employeeKey === null)).toBe(true);
  });

  it('is what its robots are called', async () => {
    await using bench = await openContactsBench();
    const [key = ''] = [...bench.corp.directory.robots()].map(({ id }) => id);
    expect(await bench.gateway.getRobot(bench.secret('archive'), key)).toMatchObject({
      personKey: key as PersonKey,
      name: expect.any(String),
      creator: 'chen.min',
    });
  });
});

describe('a secret', () => {
  it.each(['archive', 'customer_contact', 'contacts'] as const)(
    'of %s is proven by a call that it opens',
    async (of) => {
      await using bench = await openContactsBench();
      await bench.gateway.probe(bench.secret(of));
      for (const other of ['archive', 'customer_contact', 'contacts'] as const) {
        const taken = bench.gateway.probe({ ...bench.secret(other), purpose: of });
        // An app with customer contact lists departments as well.
        if (other === of || (of === 'contacts' && other === 'customer_contact')) await taken;
        else expect(await faultErrorOf(taken)).toMatchObject({ fault: 'secret.wrong_kind' });
      }
      const wrong = { ...bench.secret(of), secret: 'w'.repeat(43) };
      expect(await faultErrorOf(bench.gateway.probe(wrong))).toMatchObject({ fault: 'secret.wrong' });
      const stranger = { ...bench.secret(of), corpId: 'ww0000000000000000' };
      expect(await faultErrorOf(bench.gateway.probe(stranger))).toMatchObject({ fault: 'corp_id.wrong' });
    },
  );

  it('of an app of the company’s own is proven as one of contacts', async () => {
    await using bench = await openContactsBench();
    bench.corp.setContactsKind('app');
    await bench.gateway.probe(bench.secret('contacts'));
    expect(await bench.gateway.getEmployee(bench.secret('contacts'), 'chen.min')).toMatchObject({ name: '陈敏' });
  });

  it('from an address that is not trusted is refused with the address', async () => {
    await using bench = await openContactsBench();
    bench.corp.setAppTrustedIps([]);
    const error = await faultErrorOf(bench.gateway.probe(bench.secret('customer_contact')));
    expect(error).toMatchObject({ fault: 'ip.untrusted', detail: { errcode: 60020, ip: '127.0.0.1' } });
  });

  it('that was refused is not tried again for a minute, however many calls want it', async () => {
    await using bench = await openContactsBench();
    const wrong = { ...bench.secret('customer_contact'), secret: 'w'.repeat(43) };
    for (let at = 0; at < 50; at += 1) {
      expect(await faultErrorOf(bench.gateway.getEmployee(wrong, 'chen.min'))).toMatchObject({ fault: 'secret.wrong' });
    }
    // Fifty questions for a token would have had to wait for their turn.
    expect(bench.clock.now).toBe(Date.UTC(2026, 10, 20, 2));
  });

  it('has one token, replaced when it ends or is refused before its time', async () => {
    await using bench = await openContactsBench();
    const ask = () => bench.gateway.getEmployee(bench.secret('customer_contact'), 'chen.min');
    await Promise.all(Array.from({ length: 20 }, ask));
    bench.clock.now += 7_200_000;
    await ask();
    bench.corp.faults.plan({ on: 'contacts', kind: 'errcode', errcode: 42001, times: 1 });
    await ask();
    bench.corp.faults.plan({ on: 'contacts', kind: 'errcode', errcode: 40014, times: 2 });
    expect(await faultErrorOf(ask())).toMatchObject({ fault: 'wecom.token_refused', detail: { errcode: 40014 } });
    await ask();
  });
});

describe('what goes wrong on the way', () => {
  it.each([
    ['http_500', 'wecom.failing', { status: 500 }],
    ['garbled', 'wecom.failing', { status: 200 }],
    ['drop', 'wecom.unreachable', {}],
    ['hang', 'wecom.unreachable', {}],
  ] as const)('%s is %s, and the next call goes well', async (kind, fault, detail) => {
    await using bench = await openContactsBench();
    const ask = () => bench.gateway.getEmployee(bench.secret('customer_contact'), 'chen.min');
    await ask();
    bench.corp.faults.plan({ on: 'contacts', kind, times: kind === 'drop' ? 2 : 1 });
    const error = await faultErrorOf(ask());
    expect([error.fault, error.detail]).toEqual([fault, detail]);
    await ask();
  });

  it.each([
    [45009, 60],
    [45033, 5],
  ])('with errcode %i stops this API for %i s and no other', async (errcode, seconds) => {
    await using bench = await openContactsBench();
    const ask = () => bench.gateway.getEmployee(bench.secret('customer_contact'), 'chen.min');
    bench.corp.faults.plan({ on: 'contacts', kind: 'errcode', errcode, times: 1 });
    expect(await faultErrorOf(ask())).toMatchObject({
      fault: 'wecom.throttled',
      detail: { retryAfterSeconds: seconds, errcode },
    });
    await bench.gateway.listCustomerTags(bench.secret('customer_contact'));
    if (seconds > 10) expect(await faultErrorOf(ask())).toMatchObject({ fault: 'wecom.throttled' });
    bench.clock.now += seconds * 1000;
    await ask();
  });

  it('names no secret, token or address in its errors', async () => {
    await using bench = await openContactsBench();
    const secret = bench.secret('customer_contact');
    await bench.simulator.stop();
    const error = await faultErrorOf(bench.gateway.getEmployee(secret, 'chen.min'));
    const text = JSON.stringify([error, error.message, error.stack, String(error.cause)]);
    for (const word of [secret.secret, 'gettoken', 'access_token', secret.corpId]) expect(text).not.toContain(word);
  });
});

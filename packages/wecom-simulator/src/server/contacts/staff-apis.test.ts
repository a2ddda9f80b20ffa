import { describe, expect, it } from 'vitest';
import { openContacts } from '../../testing/call-contacts.ts';

describe('user/get', () => {
  it('finds an employee in any letter case and answers as written', async () => {
    const { ask } = await openContacts();
    const answer = await ask('customer_contact', 'user/get?userid=linxiaoyu');
    expect(answer).toMatchObject({ errcode: 0, userid: 'LinXiaoyu', name: '林小雨', department: [4, 2], status: 1 });
    expect(answer).toMatchObject({ main_department: 4, is_leader_in_dept: [1, 0], direct_leader: ['chen.min'] });
  });

  it('withholds what newer apps do not get', async () => {
    const { ask } = await openContacts();
    const answer = await ask('customer_contact', 'user/get?userid=ZhaoKai');
    for (const field of ['mobile', 'email', 'avatar', 'gender', 'biz_mail', 'qr_code']) {
      expect(answer).not.toHaveProperty(field);
    }
  });

  it.each([
    ['TangWei', 60111],
    ['nobody', 60111],
    ['HeJun', 60011],
    ['', 60111],
  ])('answers %s with %i', async (userid, errcode) => {
    const { ask } = await openContacts();
    expect((await ask('customer_contact', `user/get?userid=${userid}`)).errcode).toBe(errcode);
  });

  it.each([1, 2, 4, 5] as const)('tells status %i', async (status) => {
    const { ask, corp } = await openContacts();
    corp.people.setStatus('ZhaoKai', status);
    expect((await ask('customer_contact', 'user/get?userid=ZhaoKai'))['status']).toBe(status);
  });
});

describe('ids of all employees', () => {
  it('come as one row for each pair, page by page, to the contacts synchronisation only', async () => {
    const { ask, corp } = await openContacts();
    const pairs: unknown[] = [];
    let cursor = '';
    do {
      const page = await ask('contacts', 'user/list_id', { cursor, limit: 4 });
      expect(page.errcode).toBe(0);
      pairs.push(...(Array.isArray(page['dept_user']) ? page['dept_user'] : []));
      cursor = String(page['next_cursor']);
    } while (cursor !== '');
    expect(pairs).toHaveLength(9);
    expect(pairs.slice(0, 2)).toEqual([
      { userid: 'LinXiaoyu', department: 4 },
      { userid: 'LinXiaoyu', department: 2 },
    ]);
    expect((await ask('contacts', 'user/list_id', { limit: 10_001 })).errcode).toBe(40058);
    corp.setContactsKind('app');
    expect((await ask('contacts', 'user/list_id', {})).errcode).toBe(48002);
  });
});

describe('departments', () => {
  const idsOf = (answer: Readonly<Record<string, unknown>>, field: string): unknown[] => {
    const list = answer[field];
    return Array.isArray(list) ? list.map((item: { id: number }) => item.id) : [];
  };

  it('are listed with names and leaders to apps, in range, and as ids to the synchronisation', async () => {
    const { ask } = await openContacts();
    const list = await ask('customer_contact', 'department/list');
    expect(idsOf(list, 'department')).toEqual([1, 2, 3, 4, 5]);
    expect(list['department']).toContainEqual({
      id: 2,
      name: '销售部',
      name_en: 'Sales',
      parentid: 1,
      order: 1,
      department_leader: ['chen.min'],
    });
    expect(idsOf(await ask('customer_contact', 'department/list?id=2'), 'department')).toEqual([2, 3, 4]);
    expect((await ask('contacts', 'department/list')).errcode).toBe(48002);
    expect(idsOf(await ask('contacts', 'department/simplelist'), 'department_id')).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('are read one by one in range', async () => {
    const { ask } = await openContacts();
    expect(await ask('customer_contact', 'department/get?id=3')).toMatchObject({ department: { name: '海外销售组' } });
    expect((await ask('customer_contact', 'department/get?id=6')).errcode).toBe(60011);
    expect((await ask('customer_contact', 'department/get?id=77')).errcode).toBe(60123);
  });
});

it('lists tags of employees and those in range who bear one', async () => {
  const { ask, corp } = await openContacts();
  expect((await ask('customer_contact', 'tag/list'))['taglist']).toEqual([{ tagid: 1, tagname: '一线销售' }]);
  corp.people.setVisible('ZhaoKai', false);
  const answer = await ask('customer_contact', 'tag/get?tagid=1');
  expect(answer['userlist']).toEqual([
    { userid: 'LinXiaoyu', name: '林小雨' },
    { userid: 'SunYue', name: '孙悦' },
  ]);
  expect((await ask('customer_contact', 'tag/get?tagid=2')).errcode).toBe(40068);
});

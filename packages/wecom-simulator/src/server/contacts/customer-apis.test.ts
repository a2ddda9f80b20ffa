import { describe, expect, it } from 'vitest';
import { crowdExternalId, crowdUserid } from '../../directory/crowd.ts';
import { openContacts } from '../../testing/call-contacts.ts';

async function open() {
  const bench = await openContacts();
  const named = (name: string) =>
    bench.corp.directory
      .customers()
      .filter((customer) => customer.name === name)
      .toArray();
  const get = (id: string) => bench.ask('customer_contact', `externalcontact/get?external_userid=${id}`);
  return { ...bench, named, get };
}

describe('externalcontact/get', () => {
  it('shows the nickname, and of each follower the remark and named tags', async () => {
    const { named, get } = await open();
    const [wang] = named('王丽');
    const answer = await get(wang?.id ?? '');
    expect(answer['external_contact']).toMatchObject({ name: '王丽', type: 1, gender: 0, unionid: wang?.unionid });
    expect(answer['external_contact']).not.toHaveProperty('corp_name');
    expect(answer).not.toHaveProperty('next_cursor');
    const tags = [
      { group_name: '客户等级', tag_name: '重点客户', type: 1, tag_id: 'etHewang000000000000000000000101' },
      { group_name: '渠道', tag_name: '门店', type: 1, tag_id: 'etHewang000000000000000000000201' },
    ];
    expect(answer['follow_user']).toMatchObject([
      { userid: 'ZhaoKai', remark: '王丽 春熙店', add_way: 1, tags },
      { userid: 'SunYue', remark: '', tags: [] },
    ]);
  });

  it('gives both accounts of one person the same unionid, and firms their names', async () => {
    const { named, get } = await open();
    const answers = await Promise.all(named('周婷').map(({ id }) => get(id)));
    const [one, other] = answers.map((answer) => answer['external_contact']);
    expect(one).toMatchObject({ type: 1, unionid: expect.any(String) });
    expect(other).toMatchObject({ type: 2, corp_name: '锦江社区生鲜' });
    expect(new Set([one, other].map((contact) => JSON.stringify(contact).match(/"unionid":"([^"]+)"/)?.[1])).size).toBe(
      1,
    );
  });

  it('answers 40096 for no id, 84061 for a stranger, and for one whose employees are out of range', async () => {
    const { corp, named, get } = await open();
    expect((await get('LinXiaoyu')).errcode).toBe(40096);
    expect((await get(`wm${'x'.repeat(30)}`)).errcode).toBe(84061);
    const [wang] = named('王丽');
    corp.people.setVisible('ZhaoKai', false);
    corp.people.unfollow('SunYue', wang?.id ?? '', 'customer');
    expect((await get(wang?.id ?? '')).errcode).toBe(84061);
  });

  it('cuts more than 500 followers into pages', async () => {
    const { corp, named, ask } = await open();
    const [wang] = named('王丽');
    const externalId = wang?.id ?? '';
    corp.setCrowd({ employees: 600, customers: 0, rooms: 0 });
    for (let index = 0; index < 600; index += 1) corp.people.follow({ userid: crowdUserid(index), externalId });
    const path = `externalcontact/get?external_userid=${externalId}`;
    const first = await ask('customer_contact', path);
    expect(first['follow_user']).toHaveLength(500);
    const second = await ask('customer_contact', `${path}&cursor=${String(first['next_cursor'])}`);
    expect(second['follow_user']).toHaveLength(102);
    expect(second).not.toHaveProperty('next_cursor');
  });
});

describe('customers of employees', () => {
  it('are listed for one, or refused with the reason', async () => {
    const { ask } = await open();
    const list = async (userid: string) => ask('customer_contact', `externalcontact/list?userid=${userid}`);
    expect((await list('Mia.Olsen'))['external_userid']).toHaveLength(3);
    expect((await list('FengLan')).errcode).toBe(84061);
    expect((await list('HeJun')).errcode).toBe(60011);
    expect((await list('TangWei')).errcode).toBe(60111);
  });

  it('come for up to a hundred in pages, each with the one relation and tag ids', async () => {
    const { corp, ask } = await open();
    corp.setCrowd({ employees: 100, customers: 1000, rooms: 0 });
    const userid_list = Array.from({ length: 100 }, (_, index) => crowdUserid(index));
    const found: string[] = [];
    let cursor = '';
    do {
      const page = await ask('customer_contact', 'externalcontact/batch/get_by_user', {
        userid_list,
        cursor,
        limit: 100,
      });
      const list = page['external_contact_list'];
      if (!Array.isArray(list)) throw new Error('no list');
      for (const { external_contact, follow_info } of list) {
        found.push(`${external_contact.external_userid} ${follow_info.userid}`);
        expect(follow_info.tag_id).toEqual([]);
      }
      cursor = String(page['next_cursor']);
    } while (cursor !== '');
    expect(found).toHaveLength(1100);
    expect(new Set(found).size).toBe(1100);
    expect(found).toContain(`${crowdExternalId(10)} ${crowdUserid(11)}`);
  });

  it('are refused for too many, for none, and for nobody known', async () => {
    const { ask } = await open();
    const batch = (userid_list: unknown, rest = {}) =>
      ask('customer_contact', 'externalcontact/batch/get_by_user', { userid_list, ...rest });
    expect((await batch(Array.from({ length: 101 }, (_, index) => `u${index}`))).errcode).toBe(40058);
    expect((await batch([])).errcode).toBe(40058);
    expect((await batch(['TangWei'])).errcode).toBe(60111);
    expect((await batch(['ZhaoKai'], { limit: 101 })).errcode).toBe(40058);
    expect((await batch(['ZhaoKai'], { cursor: 'made up' })).errcode).toBe(40058);
    expect((await batch(['TangWei', 'Mia.Olsen']))['external_contact_list']).toHaveLength(3);
  });
});

it('lists tags of customers by group, or those asked for', async () => {
  const { ask } = await open();
  const list = async (body: Readonly<Record<string, unknown>>) =>
    (await ask('customer_contact', 'externalcontact/get_corp_tag_list', body))['tag_group'];
  expect(await list({})).toMatchObject([{ group_name: '客户等级' }, { group_name: '渠道' }]);
  const one = await list({ tag_id: ['etHewang000000000000000000000202'] });
  expect(one).toMatchObject([{ group_name: '渠道', tag: [{ name: '批发', deleted: false }] }]);
});

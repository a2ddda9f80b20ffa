import { describe, expect, it } from 'vitest';
import { openContacts } from '../../testing/call-contacts.ts';

async function open() {
  const bench = await openContacts();
  const room = (name: string) => bench.corp.directory.rooms().find((candidate) => candidate.name === name);
  const idOf = (name: string): string => room(name)?.id ?? '';
  const outer = (chat_id: string, rest = {}) =>
    bench.ask('customer_contact', 'externalcontact/groupchat/get', { chat_id, ...rest });
  const inner = (roomid: string) => bench.ask('archive', 'msgaudit/groupchat/get', { roomid });
  return { ...bench, idOf, outer, inner };
}

describe('rooms', () => {
  it('of customers come with members and unionids, with names when asked for', async () => {
    const { idOf, outer } = await open();
    const chat = (await outer(idOf('禾望门店群'), { need_name: 1 }))['group_chat'];
    expect(chat).toMatchObject({ name: '禾望门店群', owner: 'LinXiaoyu', notice: '下单请写清品名、箱数、到货时间。' });
    const members = typeof chat === 'object' && chat !== null && 'member_list' in chat ? chat.member_list : [];
    expect(members).toContainEqual(
      expect.objectContaining({ type: 2, name: '王丽', unionid: expect.any(String), invitor: { userid: 'LinXiaoyu' } }),
    );
    expect(members).toContainEqual(expect.objectContaining({ type: 1, userid: 'ZhaoKai', name: '赵凯' }));
    const bare = (await outer(idOf('禾望门店群')))['group_chat'];
    expect(JSON.stringify(bare)).not.toContain('王丽');
  });

  it('of employees come by the archive, with creator and members', async () => {
    const { idOf, inner } = await open();
    expect(await inner(idOf('销售部'))).toMatchObject({
      roomname: '销售部',
      creator: 'LinXiaoyu',
      members: expect.arrayContaining([{ memberid: 'chen.min', jointime: expect.any(Number) }]),
    });
  });

  it('are each refused by the other call, and those of WeChat by both', async () => {
    const { idOf, outer, inner } = await open();
    const internal = await outer(idOf('销售部'));
    expect(internal.errcode).toBe(90501);
    expect(internal.errmsg).toContain('chat is not external group chat');
    const external = await inner(idOf('禾望门店群'));
    expect(external.errcode).toBe(301059);
    expect(external.errmsg).toContain('only support inner room');
    for (const call of [outer, inner]) {
      expect((await call(idOf('老街坊水果群'))).errcode).toBe(86003);
      expect((await call(`wr${'x'.repeat(30)}`)).errcode).toBe(86003);
      expect((await call('x')).errcode).toBe(86001);
    }
  });

  it('are listed by owner and state; 81017 when more than a thousand people are meant', async () => {
    const { corp, idOf, ask } = await open();
    const list = (body: Readonly<Record<string, unknown>>) =>
      ask('customer_contact', 'externalcontact/groupchat/list', body);
    expect((await list({}))['group_chat_list']).toHaveLength(2);
    const owner_filter = { userid_list: ['chen.min'] };
    const ofChen = [{ chat_id: idOf('Hewang overseas buyers'), status: 0 }];
    expect((await list({ owner_filter }))['group_chat_list']).toEqual(ofChen);
    corp.people.removeEmployee('chen.min');
    expect((await list({ status_filter: 1 }))['group_chat_list']).toEqual([{ ...ofChen[0], status: 1 }]);
    expect((await list({ owner_filter: { userid_list: Array.from({ length: 101 }, String) } })).errcode).toBe(40058);
    corp.setCrowd({ employees: 1000, customers: 10, rooms: 10 });
    expect((await list({})).errcode).toBe(81017);
    expect((await list({ owner_filter: { userid_list: ['LinXiaoyu'] }, limit: 1 })).errcode).toBe(0);
  });

  it('are known no more when dismissed', async () => {
    const { corp, idOf, outer } = await open();
    const id = idOf('禾望门店群');
    corp.rooms.dismissRoom(id);
    expect((await outer(id)).errcode).toBe(86003);
  });
});

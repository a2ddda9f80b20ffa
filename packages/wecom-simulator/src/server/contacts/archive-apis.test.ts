import { expect, it } from 'vitest';
import { openContacts } from '../../testing/call-contacts.ts';

it('lists who has a seat, of one edition or of all, without the disabled', async () => {
  const { ask, corp } = await openContacts();
  const list = async (body: Readonly<Record<string, unknown>>) =>
    (await ask('archive', 'msgaudit/get_permit_user_list', body))['ids'];
  expect(await list({ type: 3 })).toEqual(['chen.min', 'Mia.Olsen']);
  expect(await list({ type: 2 })).toEqual(['LinXiaoyu', 'ZhaoKai', 'chen.min', 'Mia.Olsen', 'SunYue']);
  expect(await list({ type: 1 })).toEqual([]);
  corp.people.setStatus('ZhaoKai', 2);
  corp.people.setPermits('FengLan', [1]);
  expect(await list({})).toEqual(['LinXiaoyu', 'chen.min', 'Mia.Olsen', 'SunYue', 'FengLan']);
  expect((await ask('archive', 'msgaudit/get_permit_user_list', { type: 4 })).errcode).toBe(40058);
});

it('tells consent of pairs under the name that WeCom spells its own way', async () => {
  const { ask, corp, clock } = await openContacts();
  const wang = corp.directory.customers().find(({ name }) => name === '王丽')?.id ?? '';
  const check = (info: readonly unknown[]) => ask('archive', 'msgaudit/check_single_agree', { info });
  const pair = { userid: 'ZhaoKai', exteranalopenid: wang };
  expect((await check([pair, { userid: 'Mia.Olsen', exteranalopenid: wang }]))['agreeinfo']).toMatchObject([
    { ...pair, agree_status: 'Agree' },
  ]);
  corp.people.setConsent('ZhaoKai', wang, 'Disagree');
  const status_change_time = Math.floor(clock.now() / 1000);
  expect((await check([pair]))['agreeinfo']).toEqual([{ ...pair, agree_status: 'Disagree', status_change_time }]);
  expect((await check(Array.from({ length: 101 }, () => pair))).errcode).toBe(40058);
  expect((await check([])).errcode).toBe(40058);
});

it('tells consent of all customers of a room', async () => {
  const { ask, corp } = await openContacts();
  const room = corp.directory.rooms().find(({ name }) => name === '禾望门店群');
  const answer = await ask('archive', 'msgaudit/check_room_agree', { roomid: room?.id });
  const list = Array.isArray(answer['agreeinfo']) ? answer['agreeinfo'] : [];
  expect(list).toHaveLength(6);
  const liu = corp.directory.customers().find(({ name }) => name === '刘建国')?.id;
  expect(list).toContainEqual(expect.objectContaining({ exteranalopenid: liu, agree_status: 'Disagree' }));
  expect((await ask('archive', 'msgaudit/check_room_agree', { roomid: 'wrnobodyhere' })).errcode).toBe(86003);
});

it('names a robot and who made it', async () => {
  const { ask, corp } = await openContacts();
  const [robot] = corp.directory.robots();
  const data = { robot_id: robot?.id, name: '禾望助手', creator_userid: 'chen.min' };
  expect((await ask('archive', `msgaudit/get_robot_info?robot_id=${robot?.id}`))['data']).toEqual(data);
  expect((await ask('archive', 'msgaudit/get_robot_info?robot_id=wbx')).errcode).toBe(40058);
});

it('refuses the calls of an archive that is over or was never opened', async () => {
  const { ask, corp } = await openContacts();
  corp.setArchiveState('expired');
  expect((await ask('archive', 'msgaudit/get_permit_user_list', {})).errcode).toBe(301052);
  expect((await ask('customer_contact', 'user/get?userid=ZhaoKai')).errcode).toBe(0);
  corp.setArchiveState('not_opened');
  expect((await ask('archive', 'msgaudit/get_permit_user_list', {})).errcode).toBe(301053);
});

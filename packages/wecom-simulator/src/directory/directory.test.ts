import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openCorps } from '../corp/corps.ts';
import { createTestClock } from '../testing/call-simulator.ts';
import { openContacts } from '../testing/call-contacts.ts';
import type { ContactEvent } from './contact-event.ts';
import { crowdExternalId, crowdRoomId, crowdUserid } from './crowd.ts';

const cleanUps: (() => void)[] = [];
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp();
});

async function open() {
  const bench = await openContacts();
  const events: ContactEvent[] = [];
  cleanUps.push(bench.corp.onContactEvent((event) => void events.push(event)));
  const { directory } = bench.corp;
  const customer = (name: string): string => directory.customers().find((one) => one.name === name)?.id ?? '';
  const room = (name: string): string => directory.rooms().find((one) => one.name === name)?.id ?? '';
  return { ...bench, directory, events, customer, room };
}

describe('what happens to people', () => {
  it('is told as change_contact', async () => {
    const { corp, directory, events } = await open();
    const { people } = corp;
    people.addEmployee({ userid: 'XuNa', name: '徐娜', departments: [2] });
    people.renameEmployee('xuna', '徐娜娜');
    people.moveEmployee('XuNa', [3, 2]);
    people.setStatus('XuNa', 2);
    people.removeEmployee('XuNa');
    expect(events.map(({ event, changeType, fields }) => [event, changeType, fields])).toEqual([
      ['change_contact', 'create_user', { UserID: 'XuNa', Name: '徐娜', Department: '2', Status: 1 }],
      ['change_contact', 'update_user', { UserID: 'XuNa', Name: '徐娜娜' }],
      ['change_contact', 'update_user', { UserID: 'XuNa', Department: '3,2', MainDepartment: 3 }],
      ['change_contact', 'update_user', { UserID: 'XuNa', Status: 2 }],
      ['change_contact', 'delete_user', { UserID: 'XuNa' }],
    ]);
    expect(directory.findEmployee('XuNa')).toBeUndefined();
  });

  it('is told as change_contact for departments, which must be empty to go', async () => {
    const { corp, events } = await open();
    corp.people.addDepartment({ id: 9, name: '客服部', parentId: 1 });
    corp.people.renameDepartment(9, '客户服务部');
    corp.people.moveDepartment(9, 2);
    expect(() => corp.people.removeDepartment(2)).toThrow('department.used');
    corp.people.removeDepartment(9);
    expect(events.map(({ changeType, fields }) => [changeType, fields])).toEqual([
      ['create_party', { Id: 9, Name: '客服部', ParentId: 1, Order: 6 }],
      ['update_party', { Id: 9, Name: '客户服务部' }],
      ['update_party', { Id: 9, ParentId: 2 }],
      ['delete_party', { Id: 9 }],
    ]);
  });

  it('is told as change_external_contact for relations, and not at all for what customers do to themselves', async () => {
    const { corp, directory, events, customer } = await open();
    const id = customer('王丽');
    const [UserID, ExternalUserID] = ['LinXiaoyu', id];
    corp.people.renameCustomer(id, '王丽（新店）');
    corp.people.follow({ userid: 'linxiaoyu', externalId: id, state: 'qr7' });
    corp.people.changeRemark('LinXiaoyu', id, '王姐');
    corp.people.setTags('LinXiaoyu', id, ['etHewang000000000000000000000101']);
    corp.people.setConsent('LinXiaoyu', id, 'Agree');
    corp.people.setConsent('LinXiaoyu', id, 'Disagree');
    corp.people.unfollow('LinXiaoyu', id, 'customer');
    corp.people.unfollow('ZhaoKai', id, 'employee');
    expect(events.every(({ event }) => event === 'change_external_contact')).toBe(true);
    expect(events.map(({ changeType, fields }) => [changeType, fields])).toEqual([
      ['add_external_contact', { UserID, ExternalUserID, State: 'qr7', WelcomeCode: 'WELCOME' }],
      ['edit_external_contact', { UserID, ExternalUserID }],
      ['edit_external_contact', { UserID, ExternalUserID }],
      ['msg_audit_approved', { UserID, ExternalUserID, WelcomeCode: 'WELCOME' }],
      ['del_follow_user', { UserID, ExternalUserID }],
      ['del_external_contact', { UserID: 'ZhaoKai', ExternalUserID }],
    ]);
    expect(directory.findCustomer(id)?.name).toBe('王丽（新店）');
    expect(directory.followersOf(id).map(({ userid }) => userid)).toEqual(['SunYue']);
  });

  it('is refused for nobody', async () => {
    const { corp, events, customer } = await open();
    expect(() => corp.people.renameEmployee('nobody', 'x')).toThrow('directory.unknown');
    expect(() => corp.people.moveEmployee('ZhaoKai', [77])).toThrow('directory.unknown');
    expect(() => corp.people.changeRemark('Mia.Olsen', customer('王丽'), 'x')).toThrow('directory.unknown');
    expect(() => corp.rooms.renameRoom('wrx', 'x')).toThrow('directory.unknown');
    expect(events).toEqual([]);
  });
});

describe('what happens to rooms', () => {
  it('is told as change_external_chat with what changed', async () => {
    const { corp, directory, events, customer, room } = await open();
    const ChatId = room('禾望门店群');
    corp.rooms.renameRoom(ChatId, '禾望门店一群');
    corp.rooms.changeOwner(ChatId, 'ZhaoKai');
    corp.rooms.changeNotice(ChatId, '周五盘点');
    corp.rooms.addMembers(ChatId, ['FengLan', 'ZhaoKai']);
    corp.rooms.removeMembers(ChatId, [customer('王丽'), 'FengLan']);
    corp.rooms.addMembers(ChatId, ['ZhaoKai']);
    expect(directory.findRoom(ChatId)).toMatchObject({ name: '禾望门店一群', owner: 'ZhaoKai', notice: '周五盘点' });
    corp.rooms.dismissRoom(ChatId);
    const update = (fields: object) => ['update', { ChatId, ...fields }];
    expect(events.map(({ changeType, fields }) => [changeType, fields])).toEqual([
      update({ UpdateDetail: 'change_name' }),
      update({ UpdateDetail: 'change_owner' }),
      update({ UpdateDetail: 'change_notice' }),
      update({ UpdateDetail: 'add_member', JoinScene: 1, MemChangeCnt: 1 }),
      update({ UpdateDetail: 'del_member', QuitScene: 1, MemChangeCnt: 2 }),
      ['dismiss', { ChatId }],
    ]);
    expect(directory.findRoom(ChatId)).toBeUndefined();
  });

  it('is not told of internal rooms', async () => {
    const { corp, events, room } = await open();
    corp.rooms.renameRoom(room('销售部'), '销售一部');
    corp.rooms.dismissRoom(room('禾望全员群'));
    expect(events).toEqual([]);
  });

  it('begins with one who owns it', async () => {
    const { corp, clock, directory, events } = await open();
    const id = 'wrBrandNewRoom';
    corp.rooms.addRoom({ id, kind: 'customer', name: '新群', owner: 'ZhaoKai', members: ['SunYue', 'ZhaoKai'] });
    expect(events).toEqual([{ event: 'change_external_chat', changeType: 'create', fields: { ChatId: id } }]);
    const members = directory.findRoom(id)?.members.map((member) => [member.id, member.joinedAt, member.invitor]);
    expect(members).toEqual([
      ['ZhaoKai', clock.now(), null],
      ['SunYue', clock.now(), 'ZhaoKai'],
    ]);
  });
});

describe('a directory', () => {
  it('is the same after a restart', () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'directory-'));
    cleanUps.push(() => rmSync(dataDir, { recursive: true }));
    const clock = createTestClock();
    const before = openCorps({ clock, dataDir });
    const corp = before.add({ seed: 'restart' });
    corp.setCrowd({ employees: 3, customers: 5, rooms: 2 });
    corp.setAppTrustedIps(['203.0.113.9']);
    corp.setContactsKind('app');
    corp.people.renameEmployee('ZhaoKai', '赵凯旋');
    corp.people.removeEmployee(crowdUserid(1));
    corp.rooms.dismissRoom(crowdRoomId(0));
    const read = ({ directory, secrets, appTrustedIps, contactsKind }: typeof corp) => ({
      people: [...directory.employees()],
      rooms: [...directory.rooms()],
      followers: directory.followersOf(crowdExternalId(0)),
      secrets,
      appTrustedIps,
      contactsKind,
    });
    const expected = read(corp);
    before.close();
    const after = openCorps({ clock, dataDir });
    const again = after.find(corp.corpId) ?? expect.fail('the corp is gone');
    expect(read(again)).toEqual(expected);
    after.close();
  });

  it('holds a crowd of a hundred thousand by rule', async () => {
    const { corp, directory } = await open();
    corp.setCrowd({ employees: 2000, customers: 100_000, rooms: 5000 });
    const last = crowdExternalId(99_999);
    expect(directory.findCustomer(last)).toMatchObject({ id: last, name: '客户100000', unionid: null });
    expect(directory.findCustomer(crowdExternalId(100_000))).toBeUndefined();
    let relations = 0;
    for (let index = 0; index < 2000; index += 1) {
      const follows = directory.followsOf(crowdUserid(index));
      relations += follows.length;
      for (const { externalId } of follows.slice(0, 2)) {
        expect(directory.followersOf(externalId).some(({ userid }) => userid === crowdUserid(index))).toBe(true);
      }
    }
    expect(relations).toBe(110_000);
    expect(directory.findRoom(crowdRoomId(4998))).toMatchObject({ kind: 'customer', name: '第 4999 群' });
    expect(directory.findRoom(crowdRoomId(4998))?.members).toHaveLength(8);
  });
});

import type { PersonKey, RoomId, RoomRecord } from '@highwater/domain';
import { Fields } from '../parse/fields.ts';
import { isObject, type JsonObject } from '../parse/json.ts';
import { idOf, objectsOf, personOf, textOf } from './answer-fields.ts';

type Member = RoomRecord['members'][number];

/** Answer of externalcontact/groupchat/get; undefined when there is no room in it. */
export function readCustomerRoom(answer: JsonObject, roomId: RoomId): RoomRecord | undefined {
  const room = answer['group_chat'];
  if (!isObject(room)) return undefined;
  const fields = new Fields(room);
  const admins = new Set(objectsOf(room, 'admin_list').map((admin) => personOf(admin, 'userid')));
  return {
    roomId,
    roomKind: 'customer',
    name: textOf(fields, 'name'),
    owner: personOf(fields, 'owner'),
    notice: textOf(fields, 'notice'),
    madeAt: fields.time('create_time'),
    members: withoutRepeats(
      objectsOf(room, 'member_list').map((member) => {
        const inviter = member.value('invitor');
        return memberOf(personOf(member, 'userid'), {
          joinedAt: member.time('join_time'),
          nickname: textOf(member, 'group_nickname'),
          name: textOf(member, 'name'),
          unionid: idOf(member, 'unionid'),
          invitedBy: isObject(inviter) ? personOf(new Fields(inviter), 'userid') : null,
          isAdmin: admins.has(personOf(member, 'userid')),
        });
      }),
    ),
  };
}

/** Answer of msgaudit/groupchat/get. WeCom tells who made an internal room, not who owns it now: the maker stands for both. */
export function readInternalRoom(answer: JsonObject, roomId: RoomId): RoomRecord {
  const fields = new Fields(answer);
  return {
    roomId,
    roomKind: 'internal',
    name: textOf(fields, 'roomname'),
    owner: personOf(fields, 'creator'),
    notice: textOf(fields, 'notice'),
    madeAt: fields.time('room_create_time'),
    members: withoutRepeats(
      objectsOf(answer, 'members').map((member) =>
        memberOf(personOf(member, 'memberid'), { joinedAt: member.time('jointime') }),
      ),
    ),
  };
}

function memberOf(personKey: PersonKey | null, known: Partial<Member>): Member | undefined {
  if (personKey === null) return undefined;
  const nothing = { joinedAt: null, nickname: null, name: null, unionid: null, invitedBy: null, isAdmin: false };
  return { ...nothing, ...known, personKey };
}

/** Folded, two spellings are one person. */
function withoutRepeats(members: readonly (Member | undefined)[]): readonly Member[] {
  const byKey = new Map<PersonKey, Member>();
  for (const member of members) if (member !== undefined) byKey.set(member.personKey, member);
  return [...byKey.values()];
}

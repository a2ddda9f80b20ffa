import type { Directory } from '../../directory/directory.ts';
import type { RoomEntry, RoomMemberEntry } from '../../directory/entries.ts';
import { ContactRefusal, seconds, type ContactApi } from './contact-api.ts';
import { pageOf, readLimit, readText, readTexts } from './read-body.ts';

/** Without a filter the call is refused when more members than these are in range. */
const MOST_OWNERS = 1000;

const isOutside = (id: string): boolean => /^w[mo]/.test(id);

/** A customer room; 86001 for what is no id, 90501 for an internal room, 86003 for all others. */
function getCustomerRoom(directory: Directory, id: string): RoomEntry {
  if (!/^wr[\w-]{5,62}$/.test(id)) throw new ContactRefusal(86001);
  const room = directory.findRoom(id);
  if (room?.kind === 'internal') throw new ContactRefusal(90501);
  if (room?.kind !== 'customer') throw new ContactRefusal(86003);
  return room;
}

function writeMember(directory: Directory, member: RoomMemberEntry, withName: boolean): Record<string, unknown> {
  const customer = isOutside(member.id) ? directory.findCustomer(member.id) : undefined;
  const name = isOutside(member.id) ? customer?.name : directory.findEmployee(member.id)?.name;
  return {
    userid: member.id,
    type: isOutside(member.id) ? 2 : 1,
    ...(customer?.unionid ? { unionid: customer.unionid } : {}),
    join_time: seconds(member.joinedAt),
    join_scene: member.joinScene,
    ...(member.invitor === null ? {} : { invitor: { userid: member.invitor } }),
    group_nickname: member.nickname,
    ...(withName ? { name: name ?? '' } : {}),
  };
}

export const ROOM_APIS: readonly ContactApi[] = [
  {
    method: 'POST',
    path: 'externalcontact/groupchat/list',
    opens: ['customer_contact'],
    answer({ corp: { directory }, body }) {
      const filter = body['owner_filter'];
      const owners = new Set(
        typeof filter === 'object' && filter !== null ? readTexts({ ...filter }, 'userid_list', 100) : [],
      );
      const status = body['status_filter'] ?? 0;
      if (typeof status !== 'number' || ![0, 1, 2, 3].includes(status)) throw new ContactRefusal(40058);
      if (
        owners.size === 0 &&
        directory
          .employees()
          .take(MOST_OWNERS + 1)
          .toArray().length > MOST_OWNERS
      ) {
        throw new ContactRefusal(81017);
      }
      const all = directory
        .rooms()
        .filter((room) => room.kind === 'customer' && (status === 0 || room.status === status))
        .filter((room) => owners.size === 0 || owners.has(room.owner));
      const { items, next } = pageOf(all, readText(body, 'cursor'), readLimit(body, 1000, 1000));
      return { group_chat_list: items.map((room) => ({ chat_id: room.id, status: room.status })), next_cursor: next };
    },
  },
  {
    method: 'POST',
    path: 'externalcontact/groupchat/get',
    opens: ['customer_contact'],
    answer({ corp: { directory }, body }) {
      const { id, name, owner, madeAt, notice, members, admins } = getCustomerRoom(
        directory,
        readText(body, 'chat_id'),
      );
      const group_chat = {
        chat_id: id,
        name,
        owner,
        create_time: seconds(madeAt),
        ...(notice === '' ? {} : { notice }),
        member_list: members.map((member) => writeMember(directory, member, body['need_name'] === 1)),
        admin_list: admins.map((userid) => ({ userid })),
      };
      return { group_chat };
    },
  },
];

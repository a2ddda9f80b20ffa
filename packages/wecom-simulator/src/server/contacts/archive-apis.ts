import type { Directory } from '../../directory/directory.ts';
import type { RoomEntry } from '../../directory/entries.ts';
import { API_LIMIT, type CallLimit } from '../../corp/call-counter.ts';
import { ContactRefusal, seconds, type ContactApi, type TokenKind } from './contact-api.ts';
import { readObjects, readText } from './read-body.ts';

const ARCHIVE: readonly TokenKind[] = ['archive'];
const perMinute = (calls: number): CallLimit => ({ perMinute: calls, perHour: API_LIMIT.perHour });

/** A room that calls can resolve; 86001 for what is no id, 86003 where there is none. */
function getRoom(directory: Directory, id: string): RoomEntry {
  if (!/^wr[\w-]{5,62}$/.test(id)) throw new ContactRefusal(86001);
  const room = directory.findRoom(id);
  if (!room || room.kind === 'wechat') throw new ContactRefusal(86003);
  return room;
}

/** The state of one relation; nothing where there is none. */
function readConsent(directory: Directory, userid: string, externalId: string): Record<string, unknown>[] {
  const follow = directory.findFollow(userid, externalId);
  if (!follow) return [];
  const { consent, consentAt } = follow;
  return [{ status_change_time: seconds(consentAt), userid, exteranalopenid: externalId, agree_status: consent }];
}

export const ARCHIVE_APIS: readonly ContactApi[] = [
  {
    method: 'POST',
    path: 'msgaudit/get_permit_user_list',
    opens: ARCHIVE,
    limit: perMinute(1000),
    answer({ corp, body }) {
      const type = body['type'];
      if (type !== undefined && type !== 1 && type !== 2 && type !== 3) throw new ContactRefusal(40058);
      const ids = corp.directory
        .employees()
        .filter(
          ({ permits, status }) => status === 1 && (type === undefined ? permits.length > 0 : permits.includes(type)),
        )
        .map((employee) => employee.userid);
      return { ids: [...ids] };
    },
  },
  {
    method: 'POST',
    path: 'msgaudit/check_single_agree',
    opens: ARCHIVE,
    limit: perMinute(2500),
    answer({ corp: { directory }, body }) {
      const pairs = readObjects(body, 'info', 100);
      if (pairs.length === 0) throw new ContactRefusal(40058);
      const read = (pair: Readonly<Record<string, unknown>>) =>
        readConsent(directory, readText(pair, 'userid'), readText(pair, 'exteranalopenid'));
      return { agreeinfo: pairs.flatMap(read) };
    },
  },
  {
    method: 'POST',
    path: 'msgaudit/check_room_agree',
    opens: ARCHIVE,
    limit: perMinute(1500),
    answer({ corp: { directory }, body }) {
      const { members } = getRoom(directory, readText(body, 'roomid'));
      const agreeinfo = members
        .filter((member) => /^w[mo]/.test(member.id))
        .map(({ id, consent, consentAt }) => ({
          status_change_time: seconds(consentAt),
          exteranalopenid: id,
          agree_status: consent,
        }));
      return { agreeinfo };
    },
  },
  {
    method: 'POST',
    path: 'msgaudit/groupchat/get',
    opens: ARCHIVE,
    limit: perMinute(2000),
    answer({ corp: { directory }, body }) {
      const room = getRoom(directory, readText(body, 'roomid'));
      if (room.kind !== 'internal') throw new ContactRefusal(301059);
      return {
        roomname: room.name,
        creator: room.owner,
        room_create_time: seconds(room.madeAt),
        notice: room.notice,
        members: room.members.map(({ id, joinedAt }) => ({ memberid: id, jointime: seconds(joinedAt) })),
      };
    },
  },
  {
    method: 'GET',
    path: 'msgaudit/get_robot_info',
    opens: ARCHIVE,
    answer({ corp: { directory }, query }) {
      const robot = directory.findRobot(query('robot_id'));
      if (!robot) throw new ContactRefusal(40058);
      return { data: { robot_id: robot.id, name: robot.name, creator_userid: robot.creator } };
    },
  },
];

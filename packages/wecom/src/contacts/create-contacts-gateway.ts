import {
  FaultError,
  type ContactsGateway,
  type CorpSecret,
  type ExternalContactRecord,
  type Fault,
  type FollowRecord,
  type PersonKey,
  type RoomId,
} from '@highwater/domain';
import { cleanId, foldPerson } from '../parse/fold-person.ts';
import { isObject, type JsonObject } from '../parse/json.ts';
import { Fields } from '../parse/fields.ts';
import { departmentOf, idOf, idsOf, objectsOf, personOf, smallNumberOf, textOf } from './answer-fields.ts';
import { listDepartments } from './list-departments.ts';
import { openContactLine, type ContactsOptions } from './open-contact-line.ts';
import { probeSecret } from './probe-secret.ts';
import { readConsents } from './read-consents.ts';
import { readEmployee } from './read-employee.ts';
import { readExternalContact, readFollow, readFollows } from './read-external-contact.ts';
import { readCustomerRoom, readInternalRoom } from './read-room.ts';
import { readTags } from './read-tags.ts';

/** What WeCom takes and gives at most in one call (reference §4.2). */
const MOST = { pairs: 100, employees: 100, contacts: 100, owners: 100, rooms: 1_000, ids: 10_000 } as const;
/** Followers come 500 a page; a contact that the whole of a large company follows has a hundred. */
const MOST_PAGES = 400;

export interface OpenContactsGateway extends ContactsGateway {
  /** Closes the connections that are kept. */
  close(): void;
}

/** WeCom's HTTP APIs for people and rooms. */
export function createContactsGateway(options: ContactsOptions): OpenContactsGateway {
  const line = openContactLine(options);

  return {
    close: () => line.close(),
    probe: (secret) => probeSecret(line, secret),

    async getEmployee(secret, userid) {
      const answer = await line.call(secret, 'user.get', { query: { userid } });
      return readEmployee(answer, userid) ?? garbled();
    },

    listDepartments: (secret) => listDepartments(line, secret),

    async listEmployeeIds(secret, cursor) {
      const body = { cursor: cursor ?? '', limit: MOST.ids };
      const answer = await line.call(secret, 'user.list_id', { body });
      const items = objectsOf(answer, 'dept_user').flatMap((fields) => {
        const writtenAs = idOf(fields, 'userid');
        const personKey = writtenAs === null ? null : foldPerson(writtenAs);
        const departmentId = departmentOf(idOf(fields, 'department'));
        return writtenAs === null || personKey === null || departmentId === null
          ? []
          : [{ personKey, writtenAs, departmentId }];
      });
      return { items, cursor: nextCursor(answer, cursor) };
    },

    async getExternalContact(secret, externalUserid) {
      const follows = new Map<PersonKey, FollowRecord>();
      let found: ExternalContactRecord | undefined;
      let cursor: string | null = null;
      for (let page = 0; page === 0 || cursor !== null; page += 1) {
        if (page === MOST_PAGES) return garbled();
        const query: Record<string, string> = {
          external_userid: externalUserid,
          ...(cursor === null ? {} : { cursor }),
        };
        const answer: JsonObject = await line.call(secret, 'external.get', { query });
        found ??= readExternalContact(answer, externalUserid, []) ?? garbled();
        for (const follow of readFollows(answer)) follows.set(follow.employeeKey, follow);
        cursor = nextCursor(answer, cursor);
      }
      return { ...(found ?? garbled()), follows: [...follows.values()] };
    },

    async listExternalContactsOf(secret, userids, cursor) {
      demand(userids.length, MOST.employees);
      const body = { userid_list: userids, cursor: cursor ?? '', limit: MOST.contacts };
      const answer = await line.call(secret, 'external.by_user', { body }).catch(noneOf);
      const items = objectsOf(answer, 'external_contact_list').flatMap(({ object }) => {
        const info = object['follow_info'];
        const follow = isObject(info) ? readFollow(new Fields(info)) : undefined;
        return readExternalContact(object, '', follow === undefined ? [] : [follow]) ?? [];
      });
      return { items, cursor: nextCursor(answer, cursor) };
    },

    listCustomerTags: async (secret) => readTags(await line.call(secret, 'external.tags', { body: {} })),

    async getCustomerRoom(secret, roomId) {
      const body = { chat_id: roomId, need_name: 1 };
      return readCustomerRoom(await line.call(secret, 'room.customer', { body }), roomId) ?? garbled();
    },

    async listCustomerRooms(secret, owners, cursor) {
      demand(owners.length, MOST.owners, 0);
      const filter = owners.length === 0 ? {} : { owner_filter: { userid_list: owners } };
      const body = { status_filter: 0, ...filter, cursor: cursor ?? '', limit: MOST.rooms };
      const answer = await line.call(secret, 'room.list', { body });
      const items = objectsOf(answer, 'group_chat_list').flatMap((fields) => {
        const roomId = idOf(fields, 'chat_id');
        return roomId === null ? [] : [{ roomId: roomId as RoomId, status: smallNumberOf(fields, 'status') ?? 0 }];
      });
      return { items, cursor: nextCursor(answer, cursor) };
    },

    async getInternalRoom(secret, roomId) {
      const asked = line.call(secret, 'room.internal', { body: { roomid: roomId } });
      return readInternalRoom(await asked.catch(meaning(INNER_ONLY, 'room.unknown')), roomId);
    },

    async getRobot(secret, robotId) {
      const asked = line.call(secret, 'robot', { query: { robot_id: robotId } });
      const { data } = await asked.catch(meaning(INVALID, 'person.unknown'));
      const fields = new Fields(isObject(data) ? data : garbled());
      const personKey = personOf(fields, 'robot_id') ?? foldPerson(robotId) ?? garbled();
      return { personKey, name: textOf(fields, 'name'), creator: personOf(fields, 'creator_userid') };
    },

    async listPermits(secret, edition) {
      const answer = await line.call(secret, 'permits', { body: { type: edition } });
      return idsOf(answer, 'ids').flatMap((writtenAs) => {
        const personKey = foldPerson(writtenAs);
        return personKey === null ? [] : [{ personKey, writtenAs }];
      });
    },

    async checkConsents(secret, pairs) {
      demand(pairs.length, MOST.pairs);
      const info = pairs.map(({ userid, externalUserid }) => ({ userid, exteranalopenid: externalUserid }));
      return readConsents(await line.call(secret, 'consents', { body: { info } }));
    },

    async checkRoomConsents(secret: CorpSecret, roomId: RoomId) {
      const answer = await line.call(secret, 'room_consents', { body: { roomid: roomId } });
      return readConsents(answer).map((consent) => ({ ...consent, employeeKey: null }));
    },
  };
}

/** An answer of errcode 0 without the thing that was asked for. */
function garbled(): never {
  throw new FaultError('wecom.error', { detail: { errcode: 0 } });
}

function demand(count: number, most: number, least = 1): void {
  if (count < least || count > most) throw new RangeError(`one call is about ${least} to ${most}`);
}

/** Where the walk goes on; a cursor that stays the same would never end. */
function nextCursor(answer: JsonObject, before: string | null): string | null {
  const next = cleanId(new Fields(answer).text('next_cursor'));
  if (next !== '' && next === before) garbled();
  return next === '' ? null : next;
}

/** "only support inner room": a room of customers, which the other call knows. */
const INNER_ONLY = 301059;
/** "invalid parameter": of a call with one parameter. */
const INVALID = 40058;

/** Names an errcode as this call means it; elsewhere it means something else, or nothing. */
function meaning(errcode: number, fault: Fault): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof FaultError) || error.detail['errcode'] !== errcode) throw error;
    throw new FaultError(fault, { detail: error.detail });
  };
}

/** Employees without customers are refused as unknown relations: they have none. */
function noneOf(error: unknown): JsonObject {
  if (error instanceof FaultError && error.fault === 'contact.unknown') return {};
  throw error;
}

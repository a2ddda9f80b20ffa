import { need, type ChangeDesk } from './change-desk.ts';
import type { ConsentStatus, RoomEntry, RoomMemberEntry } from './entries.ts';

type NewRoom = Pick<RoomEntry, 'id' | 'kind' | 'name' | 'owner'> & { readonly members: readonly string[] };

/** What happens to rooms. Throws a Refusal for which there is not. Only customer rooms have events, as in WeCom. */
export interface RoomChanges {
  addRoom(room: NewRoom): void;
  renameRoom(id: string, name: string): void;
  changeOwner(id: string, owner: string): void;
  changeNotice(id: string, notice: string): void;
  addMembers(id: string, people: readonly string[], invitor?: string): void;
  removeMembers(id: string, people: readonly string[]): void;
  setAdmins(id: string, people: readonly string[]): void;
  /** No event. */
  setRoomConsent(id: string, externalId: string, consent: ConsentStatus): void;
  dismissRoom(id: string): void;
}

const JOIN_BY_INVITATION = 1;
const QUIT_BY_REMOVAL = 1;

export function changeRooms({ directory, now, record, tell }: ChangeDesk): RoomChanges {
  const tellRoom = (
    room: RoomEntry,
    changeType: string,
    fields: Readonly<Record<string, string | number>> = {},
  ): void => {
    if (room.kind === 'customer')
      tell({ event: 'change_external_chat', changeType, fields: { ChatId: room.id, ...fields } });
  };
  const change = (id: string, edit: (room: RoomEntry) => Partial<RoomEntry>): RoomEntry => {
    const room = need(directory.findRoom(id));
    const entry = { ...room, ...edit(room) };
    record({ put: 'room', entry });
    return entry;
  };
  const newMember = (id: string, invitor: string | null): RoomMemberEntry => {
    const at = now();
    const consent = { consent: 'Disagree', consentAt: at } as const;
    return { id, joinedAt: at, joinScene: JOIN_BY_INVITATION, invitor, nickname: '', ...consent };
  };

  return {
    addRoom({ members, ...given }) {
      const people = [given.owner, ...members.filter((id) => id !== given.owner)];
      const entry: RoomEntry = {
        ...given,
        notice: '',
        madeAt: now(),
        status: 0,
        members: people.map((id) => newMember(id, id === given.owner ? null : given.owner)),
        admins: [],
      };
      record({ put: 'room', entry });
      tellRoom(entry, 'create');
    },
    renameRoom: (id, name) =>
      tellRoom(
        change(id, () => ({ name })),
        'update',
        { UpdateDetail: 'change_name' },
      ),
    changeOwner(id, owner) {
      const entry = change(id, () => ({ owner, status: 0 }));
      tellRoom(entry, 'update', { UpdateDetail: 'change_owner' });
    },
    changeNotice: (id, notice) =>
      tellRoom(
        change(id, () => ({ notice })),
        'update',
        { UpdateDetail: 'change_notice' },
      ),
    addMembers(id, people, invitor) {
      let added = 0;
      const entry = change(id, (room) => {
        const fresh = people.filter((person) => !room.members.some((member) => member.id === person));
        added = fresh.length;
        return { members: [...room.members, ...fresh.map((person) => newMember(person, invitor ?? room.owner))] };
      });
      const counts = { JoinScene: JOIN_BY_INVITATION, MemChangeCnt: added };
      if (added > 0) tellRoom(entry, 'update', { UpdateDetail: 'add_member', ...counts });
    },
    removeMembers(id, people) {
      const before = need(directory.findRoom(id)).members.length;
      const entry = change(id, (room) => ({
        members: room.members.filter((member) => !people.includes(member.id)),
        admins: room.admins.filter((admin) => !people.includes(admin)),
      }));
      const removed = before - entry.members.length;
      const counts = { QuitScene: QUIT_BY_REMOVAL, MemChangeCnt: removed };
      if (removed > 0) tellRoom(entry, 'update', { UpdateDetail: 'del_member', ...counts });
    },
    setAdmins: (id, people) => void change(id, () => ({ admins: people })),
    setRoomConsent(id, externalId, consent) {
      change(id, (room) => ({
        members: room.members.map((member) =>
          member.id === externalId ? { ...member, consent, consentAt: now() } : member,
        ),
      }));
    },
    dismissRoom(id) {
      const room = need(directory.findRoom(id));
      record({ drop: 'room', id });
      tellRoom(room, 'dismiss');
    },
  };
}

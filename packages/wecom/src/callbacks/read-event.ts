import type { PersonKey, RoomId } from '@highwater/domain';
import { cleanId, foldPerson } from '../parse/fold-person.ts';
import { readXmlFields } from './read-xml-fields.ts';

/** What an event says, as far as anybody here looks. */
export interface WecomEvent {
  /** The corp that it is for. */
  readonly corpId: string;
  readonly event: string;
  /** What changed among people and rooms; null for every other event. */
  readonly change: ContactChange | null;
}

/** Something about people and rooms is not as it was. Only ids are read: what it is now is asked for. */
export type ContactChange =
  | { readonly of: 'external_contact'; readonly external: PersonKey; readonly employee: PersonKey | null }
  | { readonly of: 'consent'; readonly external: PersonKey; readonly employee: PersonKey | null }
  | { readonly of: 'room'; readonly roomId: RoomId }
  | { readonly of: 'employees'; readonly employees: readonly PersonKey[] }
  | { readonly of: 'departments' }
  | { readonly of: 'tags' };

/** "There is something in the archive": says no more, and comes at most every 15 s. */
export const ARCHIVE_EVENT = 'msgaudit_notify';

type Fields = ReadonlyMap<string, string>;

/** The event of a deciphered message; undefined for what is none. */
export function readEvent(message: Uint8Array): WecomEvent | undefined {
  const fields = readXmlFields(message);
  const corpId = fields?.get('ToUserName');
  const event = fields?.get('Event');
  if (fields === undefined || corpId === undefined || event === undefined || fields.get('MsgType') !== 'event') {
    return undefined;
  }
  return { corpId, event, change: readChange(event, fields) };
}

function readChange(event: string, fields: Fields): ContactChange | null {
  if (event === 'change_external_contact') return readExternalChange(fields);
  if (event === 'change_external_tag') return { of: 'tags' };
  if (event === 'change_contact') return readEmployeeChange(fields);
  if (event !== 'change_external_chat') return null;
  const roomId = cleanId(fields.get('ChatId') ?? '');
  return roomId === '' ? null : { of: 'room', roomId: roomId as RoomId };
}

function readExternalChange(fields: Fields): ContactChange | null {
  const external = foldPerson(fields.get('ExternalUserID') ?? '');
  if (external === null) return null;
  const of = fields.get('ChangeType') === 'msg_audit_approved' ? 'consent' : 'external_contact';
  return { of, external, employee: foldPerson(fields.get('UserID') ?? '') };
}

/** `create_user`, `update_user`, `delete_user`; `…_party` for departments; tags of employees are not kept. */
function readEmployeeChange(fields: Fields): ContactChange | null {
  const changeType = fields.get('ChangeType') ?? '';
  if (changeType.endsWith('_party')) return { of: 'departments' };
  // A userid may be changed once: both are looked at.
  const employees = ['UserID', 'NewUserID'].flatMap((name) => foldPerson(fields.get(name) ?? '') ?? []);
  return employees.length === 0 ? null : { of: 'employees', employees };
}

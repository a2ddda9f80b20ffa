import type { ContactFamily } from '../limits/call-families.ts';

/** Method and path of each API, below /cgi-bin/ (reference §4.2). */
export const CONTACT_CALLS: Readonly<Record<ContactFamily, readonly ['GET' | 'POST', string]>> = {
  'user.get': ['GET', 'user/get'],
  'user.list_id': ['POST', 'user/list_id'],
  'department.list': ['GET', 'department/list'],
  'department.simplelist': ['GET', 'department/simplelist'],
  'department.get': ['GET', 'department/get'],
  'external.get': ['GET', 'externalcontact/get'],
  'external.by_user': ['POST', 'externalcontact/batch/get_by_user'],
  'external.tags': ['POST', 'externalcontact/get_corp_tag_list'],
  'room.customer': ['POST', 'externalcontact/groupchat/get'],
  'room.list': ['POST', 'externalcontact/groupchat/list'],
  'room.internal': ['POST', 'msgaudit/groupchat/get'],
  robot: ['GET', 'msgaudit/get_robot_info'],
  permits: ['POST', 'msgaudit/get_permit_user_list'],
  consents: ['POST', 'msgaudit/check_single_agree'],
  room_consents: ['POST', 'msgaudit/check_room_agree'],
};

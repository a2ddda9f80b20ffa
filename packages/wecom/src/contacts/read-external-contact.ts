import type { ExternalContactRecord, FollowRecord } from '@highwater/domain';
import { Fields } from '../parse/fields.ts';
import { isObject, type JsonObject } from '../parse/json.ts';
import { idOf, idsOf, objectsOf, personOf, smallNumberOf, textOf } from './answer-fields.ts';

/** Who an external contact is, of externalcontact/get and of one entry of its batch form. Undefined without an id. */
export function readExternalContact(
  answer: JsonObject,
  asked: string,
  follows: readonly FollowRecord[],
): ExternalContactRecord | undefined {
  const contact = answer['external_contact'];
  if (!isObject(contact)) return undefined;
  const fields = new Fields({ asked, ...contact });
  const externalKey = personOf(fields, 'external_userid') ?? personOf(fields, 'asked');
  if (externalKey === null) return undefined;
  return {
    externalKey,
    name: textOf(fields, 'name'),
    corpName: textOf(fields, 'corp_name') ?? textOf(fields, 'corp_full_name'),
    position: textOf(fields, 'position'),
    contactType: smallNumberOf(fields, 'type'),
    unionid: idOf(fields, 'unionid'),
    follows,
  };
}

/** One entry of `follow_user`, or `follow_info`: an employee's relation to an external contact. Undefined without the employee. */
export function readFollow(fields: Fields): FollowRecord | undefined {
  const employeeKey = personOf(fields, 'userid');
  if (employeeKey === null) return undefined;
  const named = objectsOf(fields.object, 'tags').map((tag) => ({
    tagId: idOf(tag, 'tag_id'),
    name: textOf(tag, 'tag_name'),
  }));
  const ids = idsOf(fields.object, 'tag_id').map((tagId) => ({ tagId, name: null }));
  return {
    employeeKey,
    remark: textOf(fields, 'remark'),
    description: textOf(fields, 'description'),
    addedAt: fields.time('createtime'),
    tags: [...named, ...ids].filter(({ tagId, name }) => tagId !== null || name !== null),
    remarkCorpName: textOf(fields, 'remark_corp_name'),
    remarkMobiles: idsOf(fields.object, 'remark_mobiles'),
    addWay: smallNumberOf(fields, 'add_way'),
  };
}

/** Follow relations of a page of externalcontact/get. */
export function readFollows(answer: JsonObject): readonly FollowRecord[] {
  return objectsOf(answer, 'follow_user').flatMap((fields) => readFollow(fields) ?? []);
}

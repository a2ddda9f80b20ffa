import type { ConsentRecord } from '@highwater/domain';
import type { JsonObject } from '../parse/json.ts';
import { objectsOf, personOf } from './answer-fields.ts';

const STATUSES: ReadonlyMap<string, ConsentRecord['status']> = new Map([
  ['agree', 'agree'],
  ['disagree', 'disagree'],
  ['default_agree', 'default_agree'],
]);

/** `agreeinfo` of both consent calls; entries without an external contact are left out. `exteranalopenid` is spelt so. */
export function readConsents(answer: JsonObject): readonly ConsentRecord[] {
  return objectsOf(answer, 'agreeinfo').flatMap((fields) => {
    const externalKey = personOf(fields, 'exteranalopenid', 'externalopenid', 'external_userid');
    if (externalKey === null) return [];
    return {
      externalKey,
      employeeKey: personOf(fields, 'userid'),
      status: STATUSES.get(fields.text('agree_status').toLowerCase()) ?? 'other',
      changedAt: fields.time('status_change_time'),
    };
  });
}

import { FaultError } from '@highwater/domain';
import { stripPasted } from './strip-pasted.ts';

/** `ww…` for corps, `wx…` for old ones, `wp…` encrypted for service providers: two letters and 16 characters. */
const CORP_ID = /^w[a-z][A-Za-z0-9]{16}$/;

/** The corp ID as WeCom writes it, from pasted text. Throws `corp_id.malformed` (field corpId, detail length). */
export function checkCorpId(text: string): string {
  const corpId = stripPasted(text);
  if (!CORP_ID.test(corpId)) {
    throw new FaultError('corp_id.malformed', { field: 'corpId', detail: { length: corpId.length } });
  }
  return corpId;
}

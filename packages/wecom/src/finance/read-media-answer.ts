import { type Fault, FaultError } from '@highwater/domain';
import { faultOfErrcode } from '../page/fault-of-errcode.ts';
import { isObject, parseJson } from '../parse/json.ts';

/** The library's own codes, which the archive's media call answers with too. */
const MEDIA_FAULTS: ReadonlyMap<number, Fault> = new Map([
  [10005, 'media.bad_id'],
  [10006, 'media.undecryptable'],
  [10010, 'media.expired'],
]);

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/**
 * The bytes at rest of a `getchatmediadata` answer. Throws the errcode's fault; `media.interrupted` for an answer
 * that is none (10002, 10003 of the library): the same shard may come next time.
 */
export function readMediaAnswer(bytes: Uint8Array): Uint8Array {
  const answer = parseJson(Buffer.from(bytes).toString('utf8'))?.value;
  if (!isObject(answer) || typeof answer['errcode'] !== 'number') throw new FaultError('media.interrupted');
  if (answer['errcode'] !== 0) throw faultOfMediaErrcode(answer['errcode'], answer['errmsg']);
  const content = answer['content'];
  if (typeof content !== 'string' || content === '' || !BASE64.test(content)) throw new FaultError('media.interrupted');
  return Buffer.from(content, 'base64');
}

/** The fault of an errcode that the archive's media call answered with. */
export function faultOfMediaErrcode(errcode: number, errmsg: unknown): FaultError {
  const general = faultOfErrcode(errcode, errmsg);
  const fault = MEDIA_FAULTS.get(errcode) ?? (general.fault === 'wecom.error' ? 'media.interrupted' : general.fault);
  return new FaultError(fault, { detail: general.detail });
}

import { isObject, parseJson } from '../parse/json.ts';

/** 40014 invalid, 42001 expired, 41001 missing: an answer to gettoken was no token. */
export const TOKEN_REFUSALS: ReadonlySet<unknown> = new Set<unknown>([40014, 41001, 42001]);
/** Refusals are a few hundred bytes; longer answers are content and are not looked into. */
const LONGEST_REFUSAL = 4096;

/** Whether an answer says that the access token is not accepted (any more). */
export function isTokenRefused(bytes: Uint8Array): boolean {
  return TOKEN_REFUSALS.has(findErrcode(bytes));
}

/** The errcode of an answer that is short enough to be a refusal; 0 for content and for what is no such answer. */
export function findErrcode(bytes: Uint8Array): number {
  if (bytes.length > LONGEST_REFUSAL) return 0;
  const answer = parseJson(Buffer.from(bytes).toString('utf8'))?.value;
  const errcode = isObject(answer) ? answer['errcode'] : undefined;
  return typeof errcode === 'number' ? errcode : 0;
}

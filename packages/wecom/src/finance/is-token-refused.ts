import { isObject, parseJson } from '../parse/json.ts';

/** 40014 invalid, 42001 expired. */
const REFUSED = new Set<unknown>([40014, 42001]);
/** Refusals are a few hundred bytes; longer answers are content and are not looked into. */
const LONGEST_REFUSAL = 4096;

/** Whether an answer says that the access token is not accepted (any more). */
export function isTokenRefused(bytes: Uint8Array): boolean {
  if (bytes.length > LONGEST_REFUSAL) return false;
  const answer = parseJson(Buffer.from(bytes).toString('utf8'))?.value;
  return isObject(answer) && REFUSED.has(answer['errcode']);
}

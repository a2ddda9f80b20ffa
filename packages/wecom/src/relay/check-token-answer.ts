import { FaultError } from '@highwater/domain';
import { faultOfErrcode } from '../page/fault-of-errcode.ts';

/** All that the library knows of a gettoken answer: any other field, or another type, ends its process. */
const FIELDS = new Set(['errcode', 'errmsg', 'access_token', 'expires_in']);
const TOKEN = /^[!-~]{1,4096}$/;

/**
 * What is wrong with the body of a gettoken answer; undefined when the library can take it. A refusal is its
 * errcode's fault, which the library would hide; an answer that would end the library's process is `wecom.error`.
 */
export function checkTokenAnswer(body: Buffer): FaultError | undefined {
  const answer = readFields(body);
  if (answer === undefined) return new FaultError('wecom.error');
  const { errcode, errmsg, access_token: token, expires_in: expiresIn } = answer;
  if (typeof errcode !== 'number') return new FaultError('wecom.error');
  if (errcode !== 0) return faultOfErrcode(errcode, errmsg);
  const isKnown =
    Object.keys(answer).every((name) => FIELDS.has(name)) &&
    (errmsg === undefined || isPlainText(errmsg)) &&
    typeof token === 'string' &&
    TOKEN.test(token) &&
    typeof expiresIn === 'number' &&
    expiresIn >= 0;
  return isKnown ? undefined : new FaultError('wecom.error');
}

/** The fields of a JSON object; strict, because the library is: no byte order mark, no number that is not whole. */
function readFields(body: Buffer): Readonly<Record<string, unknown>> | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
    const value: unknown = JSON.parse(text, refuseOddNumbers);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function refuseOddNumbers(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (typeof value !== 'number') return value;
  if (!/^-?\d+$/.test(context?.source ?? '') || !Number.isSafeInteger(value))
    throw new RangeError('not a whole number');
  return value;
}

function isPlainText(value: unknown): boolean {
  return typeof value === 'string' && value.isWellFormed() && !value.includes('\0');
}

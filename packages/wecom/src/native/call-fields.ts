import type { RequestField } from './frames.ts';
import type { HelperProxy } from './lease-helper.ts';

const MOST_ENVELOPES = 1000;
const MOST_TIMEOUT = 3600;
const MOST_SEQ = 2n ** 64n - 1n;

/** Whole seconds from 1: with 0 the library waits for ever. */
export function checkTimeout(seconds: number): number {
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > MOST_TIMEOUT) {
    throw new RangeError('a timeout is 1 to 3,600 seconds');
  }
  return seconds;
}

export function chatFields(seq: bigint, limit: number, proxy: HelperProxy, timeoutSeconds: number): RequestField[] {
  if (seq < 0n || seq > MOST_SEQ) throw new RangeError('a seq has 64 bits');
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_ENVELOPES) throw new RangeError('a page has 1 to 1,000');
  return [seq, limit, proxy.address, proxy.login, checkTimeout(timeoutSeconds)];
}

export function mediaFields(
  sdkfileid: string,
  index: string,
  proxy: HelperProxy,
  timeoutSeconds: number,
): RequestField[] {
  return [index, sdkfileid, proxy.address, proxy.login, checkTimeout(timeoutSeconds)];
}

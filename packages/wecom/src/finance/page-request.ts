import type { Seq } from '@highwater/domain';

const MOST_ENVELOPES = 1000;
/** The largest seq that the library sends as a positive number: nothing comes after it. */
export const BEHIND_ALL_MESSAGES: Seq = 2n ** 63n - 1n;

/** Throws a RangeError for what the library refuses with 10000. */
export function checkPageLimit(limit: number): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_ENVELOPES) throw new RangeError('a page has 1 to 1,000');
}

import type { Seq } from '@highwater/domain';
import type { Page } from './read-page.ts';

/** Where a page stops being in order; decimals. */
export interface Disorder {
  /** What was asked for, or the seq before. */
  readonly before: string;
  readonly seq: string;
}

/** The first seq of the page that is not greater than `after` (what was asked for) or than the one before it. */
export function findDisorder(after: Seq, page: Page): Disorder | undefined {
  let before = after;
  for (const { seq } of page.envelopes) {
    if (seq <= before) return { before: before.toString(), seq: seq.toString() };
    before = seq;
  }
  return undefined;
}

import { FaultError, type Seq } from '@highwater/domain';
import type { Page } from './read-page.ts';

/** Throws `page.order` when a seq of the page is not greater than `after` (what was asked for) or than the one before it. */
export function checkPage(after: Seq, page: Page): void {
  let before = after;
  for (const { seq } of page.envelopes) {
    if (seq <= before) {
      throw new FaultError('page.order', { detail: { after: before.toString(), seq: seq.toString() } });
    }
    before = seq;
  }
}

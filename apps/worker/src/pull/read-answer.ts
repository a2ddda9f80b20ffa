import { FaultError, type Seq } from '@highwater/domain';
import { findDisorder, findUnseen, readPage } from '@highwater/wecom';
import type { ReceivedPage } from './store-page.ts';

/**
 * What WeCom answered to "after `after`, at most `limit`". Throws the fault of an answer that is no page; see readPage.
 * Of a page that repeats numbers, mixes them up or reaches back, `seqs` are the new ones in order, and `disorder` says so.
 */
export function readAnswer(bytes: Uint8Array, after: Seq, limit: number): ReceivedPage {
  const page = readPage(bytes);
  // More than was asked for is not WeCom's page: storing it would be believing whoever answered.
  if (page.envelopes.length + page.unnumbered > limit) throw new FaultError('page.garbled');
  const disorder = findDisorder(after, page);
  const seqs = page.envelopes.map((envelope) => envelope.seq);
  if (disorder === undefined) return { bytes, seqs, unseen: findUnseen(after, seqs), unnumbered: page.unnumbered };
  const ahead = [...new Set(seqs)].filter((seq) => seq > after).toSorted((one, other) => (one < other ? -1 : 1));
  return { bytes, seqs: ahead, unseen: findUnseen(after, ahead), unnumbered: page.unnumbered, disorder };
}

import type { Seq } from '@highwater/domain';
import { checkPage, findUnseen, readPage } from '@highwater/wecom';
import { FaultError } from '@highwater/domain';
import type { ReceivedPage } from './store-page.ts';

/** What WeCom answered to "after `after`, at most `limit`". Throws the fault of an answer that is no page; see readPage. */
export function readAnswer(bytes: Uint8Array, after: Seq, limit: number): ReceivedPage {
  const page = readPage(bytes);
  checkPage(after, page);
  // More than was asked for is not WeCom's page: storing it would be believing whoever answered.
  if (page.envelopes.length + page.unnumbered > limit) throw new FaultError('page.garbled');
  const seqs = page.envelopes.map((envelope) => envelope.seq);
  return { bytes, seqs, unseen: findUnseen(after, seqs), unnumbered: page.unnumbered };
}

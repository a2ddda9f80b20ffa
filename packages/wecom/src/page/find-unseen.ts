import type { Seq } from '@highwater/domain';

/** Numbers that WeCom did not return, both ends included. */
export interface SeqRange {
  readonly from: Seq;
  readonly to: Seq;
}

/**
 * The holes between `after` and the last of `seqs` (increasing, all greater than `after`). A hole is no loss: WeCom
 * promises increasing numbers, not contiguous ones. After 0, the first hole is what came before the archive's start.
 */
export function findUnseen(after: Seq, seqs: readonly Seq[]): SeqRange[] {
  const unseen: SeqRange[] = [];
  let next = after + 1n;
  for (const seq of seqs) {
    if (seq > next) unseen.push({ from: next, to: seq - 1n });
    next = seq + 1n;
  }
  return unseen;
}

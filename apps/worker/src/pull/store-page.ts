import { createHash } from 'node:crypto';
import { chainHash, CHAIN_START, leafHash } from '@highwater/crypto';
import { insertPage, inTenant, moveCursor, raiseFinding, type TenantTx } from '@highwater/db';
import type { ConnectionId, Seq, TenantId } from '@highwater/domain';
import { BULK_PRIORITY } from '@highwater/jobs';
import type { Disorder } from '@highwater/wecom';
import type { ChainDeps } from '../deps.ts';
import { compressPage } from './page-bytes.ts';

/** The most WeCom gives at once: a page that holds as many is part of a backlog. */
export const PAGE_LIMIT = 1000;

/** Where a connection's ledger ends. */
export interface LedgerHead {
  readonly cursor: Seq;
  readonly pageCount: number;
  /** Chain hash of the last page; empty before the first. */
  readonly pageHash: string;
}

export interface ReceivedPage {
  /** Exactly as WeCom answered. */
  readonly bytes: Uint8Array;
  /** The numbers that the page brings beyond what was asked for: increasing, each once. */
  readonly seqs: readonly Seq[];
  readonly unseen: readonly { readonly from: Seq; readonly to: Seq }[];
  /** Entries without a number, which only the bytes hold. */
  readonly unnumbered?: number;
  /** Where its numbers repeat, go back, or are not beyond what was asked for. */
  readonly disorder?: Disorder;
}

export type StorePage = (
  deps: ChainDeps,
  tenantId: TenantId,
  connectionId: ConnectionId,
  head: LedgerHead,
  page: ReceivedPage,
) => Promise<LedgerHead | undefined>;

class LostRace extends Error {}

/**
 * Keeps a page and moves the cursor past it, both or neither, and has the page opened.
 * Returns the new end of the ledger; undefined when another puller stored this page first, with nothing changed.
 */
export const storePage: StorePage = async (deps, tenantId, connectionId, head, page) => {
  const [first, last] = [page.seqs[0], page.seqs.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('a page without envelopes is not stored');
  const now = deps.clock.now();
  const sha256 = createHash('sha256').update(page.bytes).digest('hex');
  const count = page.seqs.length;
  const unseen = page.unseen.map(({ from, to }) => [from.toString(), to.toString()] as const);
  const facts = { after: head.cursor, first, last, count, unseen, sha256, receivedAt: now };
  const leaf = leafHash({ tenantId, connectionId, ...facts });
  const pageHash = chainHash(head.pageHash === '' ? CHAIN_START : head.pageHash, leaf);
  const pageNo = head.pageCount + 1;
  const bytes = await compressPage(page.bytes);

  const store = async (tx: TenantTx): Promise<void> => {
    const kept = { connectionId, pageNo, after: head.cursor, first, last, count, unseen: page.unseen, bytes, sha256 };
    const inserted = await insertPage(tx, { ...kept, leafHash: leaf, chainHash: pageHash, receivedAt: now });
    if (!inserted) throw new LostRace();
    deps.failpoint('pull.page_inserted');
    if (!(await moveCursor(tx, connectionId, { after: head.cursor, last, pageNo, pageHash, now })))
      throw new LostRace();
    deps.failpoint('pull.cursor_moved');
    if (page.unnumbered) {
      const detail = { count: page.unnumbered, page: pageNo };
      const subject = `connection:${connectionId}:page:${pageNo}`;
      await raiseFinding(tx, { fault: 'envelope.unreadable', subject, detail, now });
    }
    const priority = count < PAGE_LIMIT ? 0 : BULK_PRIORITY;
    await deps.enqueue(tx, 'open-page', { tenantId, connectionId, pageNo }, { priority });
  };
  try {
    await inTenant(deps.database, tenantId, store);
  } catch (error) {
    if (error instanceof LostRace) return undefined;
    throw error;
  }
  return { cursor: last, pageCount: pageNo, pageHash };
};

import { createHash } from 'node:crypto';
import { chainHash, CHAIN_START, leafHash } from '@highwater/crypto';
import { findPullState, insertPage, inTenant, lengthenChain, type TenantTx } from '@highwater/db';
import type { ConnectionId, Seq, TenantId } from '@highwater/domain';
import { BULK_PRIORITY } from '@highwater/jobs';
import type { ChainDeps } from '../deps.ts';
import { compressPage } from '../pull/page-bytes.ts';
import type { ReceivedPage } from '../pull/store-page.ts';

class LostRace extends Error {}

/**
 * Keeps a page of a re-pull at the end of the connection's chain and has it opened, in one transaction with `alsoDo`;
 * when that answers false nothing is kept, and the answer is false. A pull that stores a page meanwhile comes first.
 */
export async function keepRepullPage(
  deps: ChainDeps,
  tenantId: TenantId,
  connectionId: ConnectionId,
  after: Seq,
  page: ReceivedPage,
  alsoDo: (tx: TenantTx) => Promise<boolean>,
): Promise<boolean> {
  const [first, last] = [page.seqs[0], page.seqs.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('a page without envelopes is not stored');
  const receivedAt = deps.clock.now();
  const bytes = await compressPage(page.bytes);
  const sha256 = createHash('sha256').update(page.bytes).digest('hex');
  const count = page.seqs.length;
  const leaf = leafHash({ tenantId, connectionId, after, first, last, count, unseen: [], sha256, receivedAt });

  const keep = async (tx: TenantTx): Promise<boolean> => {
    const state = await findPullState(tx, connectionId);
    if (state === undefined) return false;
    const pageNo = Number(state.pageCount) + 1;
    const pageHash = chainHash(state.lastPageHash === '' ? CHAIN_START : state.lastPageHash, leaf);
    // What a re-pull does not bring either, its pull has said already.
    const kept = {
      connectionId,
      pageNo,
      after,
      first,
      last,
      count,
      unseen: [],
      bytes,
      sha256,
      kind: 'repull',
    } as const;
    if (!(await insertPage(tx, { ...kept, leafHash: leaf, chainHash: pageHash, receivedAt }))) throw new LostRace();
    if (!(await lengthenChain(tx, connectionId, { pageNo, pageHash }))) throw new LostRace();
    if (!(await alsoDo(tx))) throw new Overtaken();
    await deps.enqueue(tx, 'open-page', { tenantId, connectionId, pageNo }, { priority: BULK_PRIORITY });
    return true;
  };
  for (;;) {
    try {
      return await inTenant(deps.database, tenantId, keep);
    } catch (error) {
      if (error instanceof Overtaken) return false;
      if (!(error instanceof LostRace)) throw error;
    }
  }
}

class Overtaken extends Error {}

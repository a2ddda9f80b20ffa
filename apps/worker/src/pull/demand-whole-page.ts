import { findOpenFinding, inTenant } from '@highwater/db';
import {
  FaultError,
  type ConnectionId,
  type Fault,
  type FaultDetail,
  type Seq,
  type TenantId,
} from '@highwater/domain';
import type { ChainDeps } from '../deps.ts';
import type { ReceivedPage } from './store-page.ts';

/** Answers with the same damage before it is taken for WeCom's last word; a few seconds to a minute apart. */
const ASKED_BEFORE = 3;

/**
 * Throws `page.garbled` for a page with entries that have no number, and `page.order` for one whose numbers repeat, go
 * back or are not beyond `after`, until WeCom answered so several times in a row: a passing fault comes whole when it is
 * asked for again, and a lasting one must not stop the chain. Such a page is then kept with all of its bytes: what it
 * brings again is known by its bytes and opened once, and the numbers that it does not bring are listed as unseen.
 *
 * A page that brings nothing beyond `after` is refused however often it comes: there is nowhere to go on from.
 */
export async function demandWholePage(
  deps: ChainDeps,
  tenantId: TenantId,
  connectionId: ConnectionId,
  after: Seq,
  { seqs, unnumbered = 0, disorder }: ReceivedPage,
): Promise<void> {
  const cursor = after.toString();
  const demand = async (fault: Fault, damage: FaultDetail, isSame: (known: FaultDetail) => boolean): Promise<void> => {
    const subject = `connection:${connectionId}`;
    const open = await inTenant(deps.database, tenantId, (tx) => findOpenFinding(tx, fault, subject));
    const same = open !== undefined && open.detail['cursor'] === cursor && isSame(open.detail);
    const asked = same ? Number(open.detail['same']) : 0;
    if (asked < ASKED_BEFORE || seqs.length === 0)
      throw new FaultError(fault, { detail: { ...damage, cursor, same: asked + 1 } });
  };
  if (unnumbered > 0) await demand('page.garbled', { unnumbered }, (known) => known['unnumbered'] === unnumbered);
  // Mixed up in another way each time is the same damage: every new number is kept either way.
  if (disorder !== undefined) await demand('page.order', { ...disorder }, () => true);
}

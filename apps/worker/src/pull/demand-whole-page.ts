import { findOpenFinding, inTenant } from '@highwater/db';
import { FaultError, type ConnectionId, type TenantId } from '@highwater/domain';
import type { ChainDeps } from '../deps.ts';

/** Answers with the same damage before it is taken for WeCom's last word; a few seconds to a minute apart. */
const ASKED_BEFORE = 3;

/**
 * Throws `page.garbled` for a page with entries that have no number, until WeCom answered so several times in a row: a
 * passing fault comes whole when it is asked for again, and a lasting one must not stop the chain. Such a page is then
 * kept with all of its bytes: the entries lie between numbers that it names, and those are listed as unseen.
 */
export async function demandWholePage(
  deps: ChainDeps,
  tenantId: TenantId,
  connectionId: ConnectionId,
  unnumbered: number,
): Promise<void> {
  if (unnumbered === 0) return;
  const subject = `connection:${connectionId}`;
  const open = await inTenant(deps.database, tenantId, (tx) => findOpenFinding(tx, 'page.garbled', subject));
  const asked = open?.detail['unnumbered'] === unnumbered ? open.count : 0;
  if (asked < ASKED_BEFORE) throw new FaultError('page.garbled', { detail: { unnumbered } });
}

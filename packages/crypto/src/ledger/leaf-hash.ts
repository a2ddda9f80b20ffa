import { createHash } from 'node:crypto';
import type { ConnectionId, Seq, TenantId, UnixMs } from '@highwater/domain';

/** One pulled page as the ledger knows it: what was asked, what came, when. */
export interface LedgerPage {
  readonly tenantId: TenantId;
  readonly connectionId: ConnectionId;
  /** The cursor before the page. */
  readonly after: Seq;
  /** Its lowest number. */
  readonly first: Seq;
  /** Its highest number; of a pull, the cursor after it. */
  readonly last: Seq;
  readonly count: number;
  /** Numbers that it lacks, as [from, to] in decimal, as its row says them. */
  readonly unseen: readonly (readonly [string, string])[];
  /** SHA-256 of the page as received, hex. */
  readonly sha256: string;
  readonly receivedAt: UnixMs;
}

/** SHA-256 in hex over a page's facts; holds no content, so the chain outlives lawful deletion. */
export function leafHash(page: LedgerPage): string {
  const fields = [
    page.tenantId,
    page.connectionId,
    page.after.toString(),
    page.first.toString(),
    page.last.toString(),
    String(page.count),
    page.unseen,
    page.sha256,
    String(page.receivedAt),
  ];
  // JSON keeps the fields apart whatever they hold; the first word keeps leaves apart from links.
  return createHash('sha256')
    .update(JSON.stringify(['highwater/v1/leaf', ...fields]), 'utf8')
    .digest('hex');
}

import type { ConnectionId, Seq } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

export interface KeptPage {
  readonly bytes: Buffer;
  /** Of the page before compression, hex. */
  readonly sha256: string;
}

/** Kept pages that may hold a number from `first` to `last`, both included. */
export async function listPagesInRange(
  tx: TenantTx,
  connectionId: ConnectionId,
  first: Seq,
  last: Seq,
): Promise<readonly KeptPage[]> {
  const { rows } = await tx.query<KeptPage>(
    `SELECT bytes, sha256 FROM hw.pages
     WHERE tenant_id = $1 AND connection_id = $2 AND last_seq >= $3 AND first_seq <= $4 ORDER BY page_no`,
    [tx.tenantId, connectionId, first.toString(), last.toString()],
  );
  return rows;
}

/**
 * Lengthens a connection's chain by a page that does not move the cursor, in the transaction that inserted it.
 * False when another page was faster: then this transaction must not commit.
 */
export async function lengthenChain(
  tx: TenantTx,
  connectionId: ConnectionId,
  page: { readonly pageNo: number; readonly pageHash: string },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.connections SET page_count = $3, last_page_hash = $4
     WHERE tenant_id = $1 AND connection_id = $2 AND page_count = $3 - 1`,
    [tx.tenantId, connectionId, page.pageNo, page.pageHash],
  );
  return rowCount === 1;
}

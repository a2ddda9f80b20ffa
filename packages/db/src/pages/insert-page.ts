import type { ConnectionId, Seq, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

export interface NewPage {
  readonly connectionId: ConnectionId;
  /** From 1, without holes. */
  readonly pageNo: number;
  readonly after: Seq;
  readonly first: Seq;
  readonly last: Seq;
  readonly count: number;
  /** Numbers between `after` and `last` that WeCom did not return, both ends included. */
  readonly unseen: readonly { readonly from: Seq; readonly to: Seq }[];
  /** The page exactly as received, compressed. */
  readonly bytes: Uint8Array;
  /** Of the page before compression, hex. */
  readonly sha256: string;
  readonly leafHash: string;
  readonly chainHash: string;
  readonly receivedAt: UnixMs;
  /** A re-pull's page holds numbers below the cursor. Its `unseen` is empty: what is unseen, pulls say. */
  readonly kind?: 'pull' | 'repull';
}

/** Keeps a page. False when a page of that number is there already: another puller was faster. */
export async function insertPage(tx: TenantTx, page: NewPage): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO hw.pages (tenant_id, connection_id, page_no, after_seq, first_seq, last_seq, count, unseen, bytes, sha256,
       leaf_hash, chain_hash, received_at, kind)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     ON CONFLICT DO NOTHING`,
    [
      tx.tenantId,
      page.connectionId,
      page.pageNo,
      page.after.toString(),
      page.first.toString(),
      page.last.toString(),
      page.count,
      // Decimal strings: seqs pass what JSON numbers hold.
      JSON.stringify(page.unseen.map(({ from, to }) => [from.toString(), to.toString()])),
      page.bytes,
      page.sha256,
      page.leafHash,
      page.chainHash,
      new Date(page.receivedAt),
      page.kind ?? 'pull',
    ],
  );
  return rowCount === 1;
}

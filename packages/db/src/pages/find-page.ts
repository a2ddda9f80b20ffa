import type { ConnectionId, TenantId, UnixMs } from '@highwater/domain';
import type { PlatformTx } from '../transactions/as-platform.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

export interface StoredPage {
  /** Compressed, exactly as received before that. */
  readonly bytes: Buffer;
  /** Of the page before compression, hex. */
  readonly sha256: string;
  readonly count: number;
  readonly receivedAt: UnixMs;
}

export async function findPage(
  tx: TenantTx,
  connectionId: ConnectionId,
  pageNo: number,
): Promise<StoredPage | undefined> {
  const { rows } = await tx.query<StoredPage>(
    `SELECT bytes, sha256, count, received_at AS "receivedAt" FROM hw.pages
     WHERE tenant_id = $1 AND connection_id = $2 AND page_no = $3`,
    [tx.tenantId, connectionId, pageNo],
  );
  return rows[0];
}

export interface PagePlace {
  readonly tenantId: TenantId;
  readonly connectionId: ConnectionId;
  readonly pageNo: number;
}

/** Pages received before `receivedBefore` of which no envelope was made: their job was lost. Oldest first. */
export async function listUnopenedPages(
  tx: PlatformTx,
  receivedBefore: UnixMs,
  limit: number,
): Promise<readonly PagePlace[]> {
  const { rows } = await tx.query<PagePlace>(
    `SELECT p.tenant_id AS "tenantId", p.connection_id AS "connectionId", p.page_no::int AS "pageNo" FROM hw.pages p
     WHERE p.received_at <= $1 AND NOT EXISTS (SELECT FROM hw.envelopes e
       WHERE e.tenant_id = p.tenant_id AND e.connection_id = p.connection_id AND e.page_no = p.page_no)
     ORDER BY p.received_at LIMIT $2`,
    [new Date(receivedBefore), limit],
  );
  return rows;
}

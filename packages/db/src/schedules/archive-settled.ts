import type { UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

export interface ArchiveSettled {
  /** Every connection was asked since `since`. */
  readonly pulled: boolean;
  /** Every stored page was opened. */
  readonly opened: boolean;
  /** No file of a message in the period is still being fetched. */
  readonly mediaSettled: boolean;
}

/** Whether what WeCom has said up to `since` has arrived as messages and files of the period. */
export async function readArchiveSettled(
  tx: TenantTx,
  since: UnixMs,
  period: { from: UnixMs; until: UnixMs },
): Promise<ArchiveSettled> {
  const { rows } = await tx.query<ArchiveSettled>(
    `SELECT
       NOT EXISTS (SELECT FROM hw.connections c WHERE c.tenant_id = $1 AND (c.last_pull_at IS NULL OR c.last_pull_at < $2)) AS pulled,
       NOT EXISTS (SELECT FROM hw.pages p WHERE p.tenant_id = $1 AND NOT EXISTS (
         SELECT FROM hw.envelopes e WHERE e.tenant_id = p.tenant_id AND e.connection_id = p.connection_id AND e.page_no = p.page_no)) AS opened,
       NOT EXISTS (SELECT FROM hw.media f JOIN hw.messages m ON m.tenant_id = f.tenant_id AND m.message_id = f.message_id
         WHERE f.tenant_id = $1 AND f.state = 'wanted' AND m.sent_at >= $3 AND m.sent_at < $4) AS "mediaSettled"`,
    [tx.tenantId, new Date(since), new Date(period.from), new Date(period.until)],
  );
  return rows[0] ?? { pulled: false, opened: false, mediaSettled: false };
}

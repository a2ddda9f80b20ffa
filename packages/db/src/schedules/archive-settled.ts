import type { UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

export interface ArchiveSettled {
  /** Every connection ended a pull since `since`, with WeCom's answer that there is no more. */
  readonly pulled: boolean;
  /** Every stored page was opened. */
  readonly opened: boolean;
  /** No file of a message in the period is still being fetched. */
  readonly mediaSettled: boolean;
}

/**
 * Whether what WeCom has said up to `since` has arrived as messages and files of the period. `since` is when askForPulls
 * was called: a pull moves `next_pull_at` only at its end, and only a good end makes its last answer its last pull.
 */
export async function readArchiveSettled(
  tx: TenantTx,
  since: UnixMs,
  period: { from: UnixMs; until: UnixMs },
): Promise<ArchiveSettled> {
  const { rows } = await tx.query<ArchiveSettled>(
    `SELECT
       NOT EXISTS (SELECT FROM hw.connections c WHERE c.tenant_id = $1 AND NOT coalesce(
         c.last_answer_at >= $2 AND c.last_answer_at = c.last_pull_at AND c.next_pull_at > c.last_pull_at, false)) AS pulled,
       NOT EXISTS (SELECT FROM hw.pages p WHERE p.tenant_id = $1 AND NOT EXISTS (
         SELECT FROM hw.envelopes e WHERE e.tenant_id = p.tenant_id AND e.connection_id = p.connection_id AND e.page_no = p.page_no)) AS opened,
       NOT EXISTS (SELECT FROM hw.media f JOIN hw.messages m ON m.tenant_id = f.tenant_id AND m.message_id = f.message_id
         WHERE f.tenant_id = $1 AND f.state = 'wanted' AND m.sent_at >= $3 AND m.sent_at < $4) AS "mediaSettled"`,
    [tx.tenantId, new Date(since), new Date(period.from), new Date(period.until)],
  );
  return rows[0] ?? { pulled: false, opened: false, mediaSettled: false };
}

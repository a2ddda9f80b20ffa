import type { TenantTx } from '../transactions/in-tenant.ts';
import type { SearchRow } from './search-row.ts';

/** What the recalls among the rows take back is known as recalled from now on. */
export async function markRecalled(tx: TenantTx, rows: readonly SearchRow[]): Promise<void> {
  const recalls = rows.filter(({ facts }) => facts?.kind === 'revoke').map(({ messageId }) => messageId);
  if (recalls.length === 0) return;
  await tx.query(
    `UPDATE hw.search_tokens t SET is_recalled = true
     FROM hw.messages r JOIN hw.messages m ON m.tenant_id = r.tenant_id AND m.connection_id = r.connection_id AND m.msgid = r.pre_msgid
     WHERE r.tenant_id = $1 AND r.message_id = ANY($2::uuid[]) AND t.tenant_id = $1 AND t.message_id = m.message_id`,
    [tx.tenantId, recalls],
  );
}

import type { MessageId, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** Adds the keyed hashes by which messages are found; a message that has them keeps them. */
export async function insertSearchTokens(
  tx: TenantTx,
  rows: readonly { readonly messageId: MessageId; readonly sentAt: UnixMs; readonly tokens: readonly number[] }[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO hw.search_tokens (tenant_id, message_id, sent_at, tokens)
     SELECT $1, message_id, sent_at, tokens::int[] FROM unnest($2::uuid[], $3::timestamptz[], $4::text[])
       AS t (message_id, sent_at, tokens)
     ON CONFLICT DO NOTHING`,
    [
      tx.tenantId,
      rows.map((row) => row.messageId),
      rows.map((row) => new Date(row.sentAt)),
      // A list per row does not fit an array of arrays, whose rows must be equally long.
      rows.map((row) => `{${row.tokens.join(',')}}`),
    ],
  );
}

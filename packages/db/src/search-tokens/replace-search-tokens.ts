import type { MessageId, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { insertSearchTokens } from './insert-search-tokens.ts';

/**
 * Makes these the keyed hashes by which messages are found; older ones of the same messages are gone. In two statements:
 * an upsert would need the right to read the tokens.
 */
export async function replaceSearchTokens(
  tx: TenantTx,
  rows: readonly { readonly messageId: MessageId; readonly sentAt: UnixMs; readonly tokens: readonly number[] }[],
): Promise<void> {
  if (rows.length === 0) return;
  const sorted = rows.toSorted((one, other) => (one.messageId < other.messageId ? -1 : 1));
  await tx.query(
    `UPDATE hw.search_tokens t SET sent_at = n.sent_at, tokens = n.tokens::int[]
     FROM unnest($2::uuid[], $3::timestamptz[], $4::text[]) AS n (message_id, sent_at, tokens)
     WHERE t.tenant_id = $1 AND t.message_id = n.message_id`,
    [
      tx.tenantId,
      sorted.map((row) => row.messageId),
      sorted.map((row) => new Date(row.sentAt)),
      // A list per row does not fit an array of arrays, whose rows must be equally long.
      sorted.map((row) => `{${row.tokens.join(',')}}`),
    ],
  );
  await insertSearchTokens(tx, sorted);
}

import type { MessageId, UnixMs } from '@highwater/domain';
import { encodeArray } from '../arrays/encode-array.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** Adds the keyed hashes by which messages are found; a message that has them keeps them. */
export async function insertSearchTokens(
  tx: TenantTx,
  rows: readonly { readonly messageId: MessageId; readonly sentAt: UnixMs; readonly tokens: readonly number[] }[],
): Promise<void> {
  if (rows.length === 0) return;
  let count = 0;
  const ends = rows.map((row) => (count += row.tokens.length));
  // A list per row does not fit an array of arrays, whose rows must be equally long: all come as one, cut by first and last.
  await tx.query(
    `INSERT INTO hw.search_tokens (tenant_id, message_id, sent_at, tokens)
     SELECT $1, message_id, sent_at, ($6::int[])[first:last]
     FROM unnest($2::uuid[], $3::timestamptz[], $4::int[], $5::int[]) AS t (message_id, sent_at, first, last)
     ON CONFLICT DO NOTHING`,
    [
      tx.tenantId,
      encodeArray.uuids(rows.map((row) => row.messageId)),
      encodeArray.times(rows.map((row) => row.sentAt)),
      encodeArray.ints(ends.map((_, at) => (ends[at - 1] ?? 0) + 1)),
      encodeArray.ints(ends),
      encodeArray.intLists(rows.map((row) => row.tokens)),
    ],
  );
}

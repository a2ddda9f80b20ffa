import { encodeArray } from '../arrays/encode-array.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { audienceOf } from './audience-of.ts';
import { packFacts } from './pack-facts.ts';
import { saveAudiences } from './save-audiences.ts';
import { markRecalled } from './mark-recalled.ts';
import type { SearchRow } from './search-row.ts';

/**
 * Adds what messages are found by; a message that has it keeps it. After the messages themselves, in their transaction: a
 * recall among them marks the message that it takes back, and one that was here first is looked up.
 */
export async function insertSearchTokens(tx: TenantTx, rows: readonly SearchRow[]): Promise<void> {
  if (rows.length === 0) return;
  await saveAudiences(tx, rows);
  let count = 0;
  const ends = rows.map((row) => (count += row.tokens.length));
  // A list per row does not fit an array of arrays, whose rows must be equally long: all come as one, cut by first and last.
  await tx.query(
    `INSERT INTO hw.search_tokens (tenant_id, message_id, sent_at, tokens, facts, audience, is_recalled)
     SELECT $1, t.message_id, t.sent_at, ($6::int[])[first:last], t.facts, t.audience, EXISTS (
       SELECT FROM hw.messages m JOIN hw.messages r ON r.tenant_id = m.tenant_id AND r.connection_id = m.connection_id AND r.pre_msgid = m.msgid
       WHERE m.tenant_id = $1 AND m.message_id = t.message_id)
     FROM unnest($2::uuid[], $3::timestamptz[], $4::int[], $5::int[], $7::int[], $8::bigint[])
       AS t (message_id, sent_at, first, last, facts, audience)
     ON CONFLICT DO NOTHING`,
    [
      tx.tenantId,
      encodeArray.uuids(rows.map((row) => row.messageId)),
      encodeArray.times(rows.map((row) => row.sentAt)),
      encodeArray.ints(ends.map((_, at) => (ends[at - 1] ?? 0) + 1)),
      encodeArray.ints(ends),
      encodeArray.intLists(rows.map((row) => row.tokens)),
      rows.map(({ facts }) => (facts === undefined ? null : packFacts(facts))),
      rows.map(({ facts }) => (facts === undefined ? null : audienceOf(facts))),
    ],
  );
  await markRecalled(tx, rows);
}

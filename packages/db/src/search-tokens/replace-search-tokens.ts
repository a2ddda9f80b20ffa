import type { TenantTx } from '../transactions/in-tenant.ts';
import { audienceOf } from './audience-of.ts';
import { insertSearchTokens } from './insert-search-tokens.ts';
import { packFacts } from './pack-facts.ts';
import type { SearchFacts, SearchRow } from './search-row.ts';
import { saveAudiences } from './save-audiences.ts';

/**
 * Makes this what messages are found by; what was known of them before is gone, but facts where a row brings none. Not by
 * an upsert, which would need the right to read the tokens.
 */
export async function replaceSearchTokens(tx: TenantTx, rows: readonly SearchRow[]): Promise<void> {
  if (rows.length === 0) return;
  const sorted = rows.toSorted((one, other) => (one.messageId < other.messageId ? -1 : 1));
  await updateTokens(
    tx,
    sorted.filter(({ facts }) => facts === undefined),
  );
  await updateWhole(
    tx,
    sorted.flatMap(({ facts, ...row }) => (facts === undefined ? [] : [{ ...row, facts }])),
  );
  await insertSearchTokens(tx, sorted);
}

async function updateTokens(tx: TenantTx, rows: readonly SearchRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `UPDATE hw.search_tokens t SET sent_at = n.sent_at, tokens = n.tokens::int[]
     FROM unnest($2::uuid[], $3::timestamptz[], $4::text[]) AS n (message_id, sent_at, tokens)
     WHERE t.tenant_id = $1 AND t.message_id = n.message_id`,
    [tx.tenantId, ...columnsOf(rows)],
  );
}

async function updateWhole(
  tx: TenantTx,
  rows: readonly (SearchRow & { readonly facts: SearchFacts })[],
): Promise<void> {
  if (rows.length === 0) return;
  await saveAudiences(tx, rows);
  await tx.query(
    `UPDATE hw.search_tokens t SET sent_at = n.sent_at, tokens = n.tokens::int[], facts = n.facts, audience = n.audience,
       is_recalled = EXISTS (
         SELECT FROM hw.messages m JOIN hw.messages r ON r.tenant_id = m.tenant_id AND r.connection_id = m.connection_id AND r.pre_msgid = m.msgid
         WHERE m.tenant_id = $1 AND m.message_id = n.message_id)
     FROM unnest($2::uuid[], $3::timestamptz[], $4::text[], $5::int[], $6::bigint[]) AS n (message_id, sent_at, tokens, facts, audience)
     WHERE t.tenant_id = $1 AND t.message_id = n.message_id`,
    [
      tx.tenantId,
      ...columnsOf(rows),
      rows.map(({ facts }) => packFacts(facts)),
      rows.map(({ facts }) => audienceOf(facts)),
    ],
  );
}

function columnsOf(rows: readonly SearchRow[]) {
  return [
    rows.map((row) => row.messageId),
    rows.map((row) => new Date(row.sentAt)),
    // A list per row does not fit an array of arrays, whose rows must be equally long.
    rows.map((row) => `{${row.tokens.join(',')}}`),
  ];
}

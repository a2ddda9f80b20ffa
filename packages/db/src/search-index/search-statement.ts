import type { MessagePosition, SearchQuery, TenantId } from '@highwater/domain';
import { SqlValues } from '../conditions/sql-values.ts';

/** A query as tokens of the index: all of `all`, and at least one of each list in `anyOf`. */
export interface TokenCondition {
  readonly all: readonly number[];
  readonly anyOf: readonly (readonly number[])[];
}

/** The one statement that reads the index: newest first, from before `after`. */
export function searchStatement(
  tenantId: TenantId,
  tokens: TokenCondition,
  period: Pick<SearchQuery, 'from' | 'until'>,
  page: { after: MessagePosition | null; limit: number },
): { readonly text: string; readonly values: readonly unknown[] } {
  const values = new SqlValues();
  const conditions = [`tenant_id = ${values.add(tenantId)}::uuid`];
  if (tokens.all.length > 0) conditions.push(`tokens @> ${values.add(tokens.all)}::int[]`);
  for (const any of tokens.anyOf) conditions.push(`tokens && ${values.add(any)}::int[]`);
  if (period.from !== null) conditions.push(`sent_at >= ${values.add(new Date(period.from))}`);
  if (period.until !== null) conditions.push(`sent_at < ${values.add(new Date(period.until))}`);
  if (page.after !== null) {
    const { sentAt, messageId } = page.after;
    conditions.push(`(sent_at, message_id) < (${values.add(new Date(sentAt))}, ${values.add(messageId)}::uuid)`);
  }
  const text = `SELECT message_id, sent_at FROM hw.search_tokens WHERE ${conditions.join(' AND ')}
    ORDER BY sent_at DESC, message_id DESC LIMIT ${values.add(page.limit)}`;
  return { text, values: values.all };
}

import type { MessagePosition, SearchQuery, TenantId } from '@highwater/domain';
import { SqlValues } from '../conditions/sql-values.ts';
import { IndexConditions } from './index-conditions.ts';
import type { TokenCondition } from './token-condition.ts';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

interface Page {
  readonly after: MessagePosition | null;
  readonly limit: number;
}

/** GIN compares each row that has the words with each of the people: of more of them the row is read instead. */
const MOST_LOOKED = 2_000;

const NEWEST_FIRST = 'ORDER BY sent_at DESC, message_id DESC';

/**
 * Candidates among the `rows` newest rows older than `after`. Walks in the order of the answer and stops when the page is
 * full: what stands in many messages is found at once.
 */
export function walkStatement(
  tenantId: TenantId,
  tokens: TokenCondition,
  query: SearchQuery,
  page: Page,
  rows: number,
): Statement {
  const values = new SqlValues();
  const conditions = new IndexConditions(values);
  const place = [...conditions.place(tenantId, query), ...older(page.after, values)];
  const wanted = [...conditions.rest(tokens, query), ...conditions.tokens(tokens), ...conditions.access(tokens.access)];
  const text = `SELECT message_id, sent_at FROM (
      SELECT message_id, sent_at, tokens, facts, is_recalled FROM hw.search_tokens
      WHERE ${place.join(' AND ')} ${NEWEST_FIRST} LIMIT ${values.add(rows)}
    ) newest WHERE ${and(wanted)} ${NEWEST_FIRST} LIMIT ${values.add(page.limit)}`;
  return { text, values: values.all };
}

/** The last of the `rows` newest rows older than `after`: where a walk that found too little goes on. */
export function walkEndStatement(tenantId: TenantId, query: SearchQuery, page: Page, rows: number): Statement {
  const values = new SqlValues();
  const place = [...new IndexConditions(values).place(tenantId, query), ...older(page.after, values)];
  const text = `SELECT message_id, sent_at FROM hw.search_tokens WHERE ${place.join(' AND ')}
    ${NEWEST_FIRST} OFFSET ${values.add(rows - 1)} LIMIT 1`;
  return { text, values: values.all };
}

/** Candidates of the whole archive older than `after`, by GIN: what stands in few messages is found among all of them. */
export function lookUpStatement(tenantId: TenantId, tokens: TokenCondition, query: SearchQuery, page: Page): Statement {
  const values = new SqlValues();
  const conditions = new IndexConditions(values);
  const wanted = [
    ...conditions.place(tenantId, query),
    ...conditions.tokens(tokens),
    ...conditions.access(tokens.access, hasTokens(tokens) ? MOST_LOOKED : Infinity),
    ...conditions.rest(tokens, query),
    ...older(page.after, values),
  ];
  const text = `SELECT message_id, sent_at FROM hw.search_tokens WHERE ${and(wanted)}
    ${NEWEST_FIRST} LIMIT ${values.add(page.limit)}`;
  return { text, values: values.all };
}

function hasTokens({ all, anyOf, clauses }: TokenCondition): boolean {
  return all.length + anyOf.length + clauses.length > 0;
}

function older(after: MessagePosition | null, values: SqlValues): string[] {
  if (after === null) return [];
  return [
    `(sent_at, message_id) < (${values.add(new Date(after.sentAt))}::timestamptz, ${values.add(after.messageId)}::uuid)`,
  ];
}

function and(conditions: readonly string[]): string {
  return conditions.length === 0 ? 'true' : conditions.join(' AND ');
}

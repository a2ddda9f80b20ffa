import type { SearchQuery } from '@highwater/domain';
import type { SqlValues } from './sql-values.ts';

/** The filters of a query, all but its words, as SQL over rows of hw.messages called `alias`. */
export function selectionSql(query: Omit<SearchQuery, 'words'>, alias: string, values: SqlValues): string {
  const conditions: string[] = [];
  if (query.roomId !== null) conditions.push(`${alias}.room_id = ${values.add(query.roomId)}`);
  if (query.conversationId !== null)
    conditions.push(`${alias}.conversation_id = ${values.add(query.conversationId)}::uuid`);
  if (query.kinds.length > 0) conditions.push(`${alias}.kind = ANY(${values.add(query.kinds)}::text[])`);
  if (query.from !== null) conditions.push(`${alias}.sent_at >= ${values.add(new Date(query.from))}`);
  if (query.until !== null) conditions.push(`${alias}.sent_at < ${values.add(new Date(query.until))}`);
  for (const person of query.people) {
    conditions.push(`EXISTS (SELECT FROM hw.participants taking WHERE taking.tenant_id = ${alias}.tenant_id
      AND taking.message_id = ${alias}.message_id AND taking.person_key = ${values.add(person)})`);
  }
  return conditions.length === 0 ? 'true' : conditions.join(' AND ');
}

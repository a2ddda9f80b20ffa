import { FaultError, type SearchFilters } from '@highwater/domain';
import type { SqlValues } from './sql-values.ts';
import { unansweredSql, type UnansweredRule } from './unanswered-sql.ts';

/** Filters of a query; with `isUnanswered` they need to say what that is (`findUnansweredRule`). */
export type MessageSelection = Partial<SearchFilters> & { readonly unanswered?: UnansweredRule };

/** Filters of a query as SQL over rows of hw.messages called `alias`. */
export function selectionSql(query: MessageSelection, alias: string, values: SqlValues): string {
  const conditions: string[] = [];
  const { roomId = null, conversationId = null, from = null, until = null } = query;
  const { kinds = [], directions = [], people = [], hasMedia = null, isRecalled = null } = query;
  if (roomId !== null) conditions.push(`${alias}.room_id = ${values.add(roomId)}`);
  if (conversationId !== null) conditions.push(`${alias}.conversation_id = ${values.add(conversationId)}::uuid`);
  if (kinds.length > 0) conditions.push(`${alias}.kind = ANY(${values.add(kinds)}::text[])`);
  if (directions.length > 0) conditions.push(`${alias}.direction = ANY(${values.add(directions)}::text[])`);
  if (from !== null) conditions.push(`${alias}.sent_at >= ${values.add(new Date(from))}`);
  if (until !== null) conditions.push(`${alias}.sent_at < ${values.add(new Date(until))}`);
  for (const person of people) {
    conditions.push(`EXISTS (SELECT FROM hw.participants taking WHERE taking.tenant_id = ${alias}.tenant_id
      AND taking.message_id = ${alias}.message_id AND taking.person_key = ANY(${values.add(person)}::text[]))`);
  }
  if (hasMedia !== null) {
    conditions.push(`${hasMedia ? '' : 'NOT '}EXISTS (SELECT FROM hw.media file WHERE file.tenant_id = ${alias}.tenant_id
      AND file.message_id = ${alias}.message_id)`);
  }
  if (isRecalled !== null) {
    conditions.push(`${isRecalled ? '' : 'NOT '}EXISTS (SELECT FROM hw.messages recall WHERE recall.tenant_id = ${alias}.tenant_id
      AND recall.connection_id = ${alias}.connection_id AND recall.pre_msgid = ${alias}.msgid)`);
  }
  if (query.isUnanswered === true) {
    if (query.unanswered === undefined) throw new FaultError('internal');
    conditions.push(unansweredSql(query.unanswered, alias, values));
  }
  return conditions.length === 0 ? 'true' : conditions.join(' AND ');
}

import type { AccessCondition, MessageId, SearchIndex, SearchQuery, TenantId, UnixMs } from '@highwater/domain';
import type { Database } from '../pools/create-database.ts';
import { asSearch } from '../transactions/as-search.ts';
import { SqlValues } from '../conditions/sql-values.ts';

/** A query as tokens of the index: all of `all`, and at least one of each list in `anyOf`. */
export interface TokenCondition {
  readonly all: readonly number[];
  readonly anyOf: readonly (readonly number[])[];
}

export type CompileTokens = (tenantId: TenantId, query: SearchQuery, access: AccessCondition) => Promise<TokenCondition>;

/** The index in PostgreSQL: keyed token hashes under GIN, one tenant per statement. */
export function createPostgresSearchIndex(database: Pick<Database, 'search'>, compile: CompileTokens): SearchIndex {
  return {
    async find(tenantId, query, access, { after, limit }) {
      if (access.kind === 'none') return [];
      const condition = await compile(tenantId, query, access);
      const values = new SqlValues();
      const conditions = [`tenant_id = ${values.add(tenantId)}::uuid`];
      if (condition.all.length > 0) conditions.push(`tokens @> ${values.add(condition.all)}::int[]`);
      for (const any of condition.anyOf) conditions.push(`tokens && ${values.add(any)}::int[]`);
      if (query.from !== null) conditions.push(`sent_at >= ${values.add(new Date(query.from))}`);
      if (query.until !== null) conditions.push(`sent_at < ${values.add(new Date(query.until))}`);
      if (after !== null) {
        conditions.push(`(sent_at, message_id) < (${values.add(new Date(after.sentAt))}, ${values.add(after.messageId)}::uuid)`);
      }
      const text = `SELECT message_id, sent_at FROM hw.search_tokens WHERE ${conditions.join(' AND ')}
        ORDER BY sent_at DESC, message_id DESC LIMIT ${values.add(limit)}`;
      const { rows } = await asSearch(database, (runner) =>
        runner.query<{ message_id: MessageId; sent_at: UnixMs }>(text, values.all),
      );
      return rows.map((row) => ({ messageId: row.message_id, sentAt: row.sent_at }));
    },
  };
}

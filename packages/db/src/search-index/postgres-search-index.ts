import { FaultError } from '@highwater/domain';
import type { AccessCondition, MessageId, SearchIndex, SearchQuery, TenantId, UnixMs } from '@highwater/domain';
import type { Database } from '../pools/create-database.ts';
import { asSearch } from '../transactions/as-search.ts';
import { searchStatement, type TokenCondition } from './search-statement.ts';

export type { TokenCondition } from './search-statement.ts';

export type CompileTokens = (
  tenantId: TenantId,
  query: SearchQuery,
  access: AccessCondition,
) => Promise<TokenCondition>;

/** The index in PostgreSQL: keyed token hashes under GIN, one tenant per statement. */
export function createPostgresSearchIndex(database: Pick<Database, 'search'>, compile: CompileTokens): SearchIndex {
  return {
    engine: 'postgres',
    async find(tenantId, query, access, page) {
      if (access.kind === 'none') return { positions: [], next: null };
      const { text, values } = searchStatement(tenantId, await compile(tenantId, query, access), query, page);
      const { rows } = await asSearch(database, (runner) =>
        runner.query<{ message_id: MessageId; sent_at: UnixMs }>(text, values),
      );
      const positions = rows.map((row) => ({ messageId: row.message_id, sentAt: row.sent_at }));
      return { positions, next: positions.length < page.limit ? null : (positions.at(-1) ?? null) };
    },
    count: () => Promise.reject(new FaultError('internal')),
  };
}

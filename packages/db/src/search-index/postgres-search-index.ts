import type {
  MessageId,
  MessagePosition,
  SearchCandidates,
  SearchCounts,
  SearchIndex,
  SearchQuery,
  TenantId,
  UnixMs,
} from '@highwater/domain';
import type { Database } from '../pools/create-database.ts';
import { asSearch } from '../transactions/as-search.ts';
import { countCandidates } from './count-candidates.ts';
import { lookUpStatement, walkEndStatement, walkStatement, type Statement } from './find-statements.ts';
import { narrowPeriod, type CompileTokens, type TokenCondition } from './token-condition.ts';

export type { CompileTokens, TokenCondition } from './token-condition.ts';

/**
 * Rows of the first look. Where 20 of 3,000 rows hold what is wanted, a page is full at once; where fewer do, GIN has few
 * rows to give (2 ms for the look that was in vain).
 */
const GLANCE = 3_000;
/** Rows of one look where GIN has nothing to offer: about 30 ms. */
const STRETCH = 20_000;
/** What one look by GIN may take; it takes this only where very many messages hold the words and none of the newest. */
const LOOK_UP_MS = 1_500;

const NOTHING: SearchCounts = {
  total: 0,
  isExact: true,
  days: [],
  kinds: [],
  directions: [],
  people: [],
  rooms: [],
};

type Page = { readonly after: MessagePosition | null; readonly limit: number };

/** The index in PostgreSQL: keyed token hashes under GIN, one tenant per statement. */
export function createPostgresSearchIndex(
  database: Pick<Database, 'search' | 'app'>,
  compile: CompileTokens,
): SearchIndex {
  async function list({ text, values }: Statement, settings: Readonly<Record<string, string>> = {}) {
    const { rows } = await asSearch(
      database,
      (runner) => runner.query<{ message_id: MessageId; sent_at: UnixMs }>(text, values),
      settings,
    );
    return rows.map((row): MessagePosition => ({ messageId: row.message_id, sentAt: row.sent_at }));
  }

  async function walk(
    tenantId: TenantId,
    tokens: TokenCondition,
    query: SearchQuery,
    page: Page,
    rows: number,
  ): Promise<SearchCandidates> {
    const positions = await list(walkStatement(tenantId, tokens, query, page, rows));
    if (positions.length === page.limit) return { positions, next: positions.at(-1) ?? null };
    const [end = null] = await list(walkEndStatement(tenantId, query, page, rows));
    return { positions, next: end };
  }

  async function lookUp(
    tenantId: TenantId,
    tokens: TokenCondition,
    query: SearchQuery,
    page: Page,
  ): Promise<SearchCandidates | undefined> {
    try {
      const positions = await list(lookUpStatement(tenantId, tokens, query, page), {
        enable_indexscan: 'off',
        statement_timeout: String(LOOK_UP_MS),
      });
      return { positions, next: positions.length < page.limit ? null : (positions.at(-1) ?? null) };
    } catch (error) {
      if (isCancelled(error)) return undefined;
      throw error;
    }
  }

  return {
    engine: 'postgres',
    async find(tenantId, asked, access, page) {
      if (access.kind === 'none') return { positions: [], next: null };
      const tokens = await compile(tenantId, asked, access);
      const query = narrowPeriod(asked, tokens.access);
      const isSelective =
        tokens.all.length + tokens.anyOf.length + tokens.clauses.length > 0 || isLeading(tokens.access);
      if (!isSelective) return walk(tenantId, tokens, query, page, STRETCH);
      const near = await walk(tenantId, tokens, query, page, GLANCE);
      if (near.next === null || near.positions.length === page.limit) return near;
      return (await lookUp(tenantId, tokens, query, page)) ?? walk(tenantId, tokens, query, page, STRETCH);
    },
    async count(tenantId, asked, access, options) {
      if (access.kind === 'none') return NOTHING;
      const tokens = await compile(tenantId, asked, access);
      return countCandidates(database, { tenantId, query: narrowPeriod(asked, tokens.access), tokens }, options);
    },
  };
}

/** Whether GIN finds what a reader may see. */
function isLeading(access: TokenCondition['access']): boolean {
  if (access === null) return false;
  return access.every((clause) => [clause.people, clause.with, clause.rooms, clause.kindTokens].some(Array.isArray));
}

function isCancelled(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '57014';
}

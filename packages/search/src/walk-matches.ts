import type {
  AccessCondition,
  MessageId,
  MessagePosition,
  SearchIndex,
  SearchQuery,
  TenantId,
} from '@highwater/domain';
import { missingWords } from './match/matches.ts';

/** Candidates per question to the index: enough for a page of hits in one go, small enough to open at once. */
const BATCH = 200;
/** Where few candidates match, more are asked for at once. */
const LARGEST_BATCH = 400;

/** How much was looked at so far. */
export interface WalkEffort {
  readonly questions: number;
  readonly candidates: number;
}

/**
 * Messages that really hold the words, themselves or in their files, newest first. The index only proposes (its tokens are hashed and unordered);
 * `read` brings the proposed messages back under row-level security, the same access condition and the same filters, and
 * `textsOf` opens them. Ends when the index has no more, or before its next question when `isSpent` says so: what it
 * returns is where to go on then, and null when nothing older is left. The caller stops earlier by leaving the loop. With
 * each match comes the place to go on from.
 */
export async function* walkMatches<Row extends { readonly messageId: MessageId }>(options: {
  readonly index: Pick<SearchIndex, 'find'>;
  readonly tenantId: TenantId;
  readonly query: SearchQuery;
  readonly access: AccessCondition;
  readonly after: MessagePosition | null;
  /** Candidates of the first question; 200 unless told. */
  readonly batch?: number;
  readonly isSpent?: (effort: WalkEffort) => boolean;
  readonly read: (messageIds: readonly MessageId[]) => Promise<readonly Row[]>;
  readonly textsOf: (row: Row) => readonly string[];
  /** Asked only about what a message's own texts lack: which of the words stand in its files. */
  readonly wordsInFiles: (row: Row) => Promise<ReadonlySet<string>>;
}): AsyncGenerator<{ readonly row: Row; readonly position: MessagePosition }, MessagePosition | null, undefined> {
  const { index, tenantId, query, access, isSpent = () => false } = options;
  const words = [...new Set([...query.words.flat(), ...query.without])];
  let after = options.after;
  let limit = options.batch ?? BATCH;
  for (let questions = 1, candidates = 0; ; questions += 1) {
    const { positions, next } = await index.find(tenantId, query, access, { after, limit });
    candidates += positions.length;
    const ids = positions.map((place) => place.messageId);
    const rows = new Map((ids.length === 0 ? [] : await options.read(ids)).map((row) => [row.messageId, row]));
    for (const position of positions) {
      const row = rows.get(position.messageId);
      if (row !== undefined && (await holdsAll(row))) yield { row, position };
    }
    if (next === null || isSpent({ questions, candidates })) return next;
    after = next;
    limit = Math.max(limit, Math.min(LARGEST_BATCH, limit * 2));
  }

  async function holdsAll(row: Row): Promise<boolean> {
    if (words.length === 0) return true;
    const missing = new Set(missingWords(options.textsOf(row), words));
    if (missing.size > 0) for (const word of await options.wordsInFiles(row)) missing.delete(word);
    const holds = (word: string): boolean => !missing.has(word);
    return query.words.every((clause) => clause.some(holds)) && !query.without.some(holds);
  }
}

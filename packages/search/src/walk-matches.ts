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

/**
 * Messages that really hold the words, themselves or in their files, newest first. The index only proposes (its tokens are hashed and unordered);
 * `read` brings the proposed messages back under row-level security and the same access condition, and `textsOf` opens
 * them. Ends when the index has no more; the caller stops earlier by leaving the loop. With each match comes the place
 * to go on from.
 */
export async function* walkMatches<Row extends { readonly messageId: MessageId }>(options: {
  readonly index: SearchIndex;
  readonly tenantId: TenantId;
  readonly query: SearchQuery;
  readonly access: AccessCondition;
  readonly after: MessagePosition | null;
  readonly read: (messageIds: readonly MessageId[]) => Promise<readonly Row[]>;
  readonly textsOf: (row: Row) => readonly string[];
  /** Asked only about what a message's own texts lack: which of the words stand in its files. */
  readonly wordsInFiles: (row: Row) => Promise<ReadonlySet<string>>;
}): AsyncGenerator<{ readonly row: Row; readonly position: MessagePosition }> {
  const { index, tenantId, query, access } = options;
  let after = options.after;
  for (;;) {
    const { positions, next } = await index.find(tenantId, query, access, { after, limit: BATCH });
    const rows = new Map(
      (await options.read(positions.map((place) => place.messageId))).map((row) => [row.messageId, row]),
    );
    for (const position of positions) {
      const row = rows.get(position.messageId);
      if (row !== undefined && (await holdsAll(row))) yield { row, position };
    }
    if (next === null) return;
    after = next;
  }

  async function holdsAll(row: Row): Promise<boolean> {
    const words = [...query.words.flat(), ...query.without];
    const missing = new Set(missingWords(options.textsOf(row), words));
    if (missing.size > 0) for (const word of await options.wordsInFiles(row)) missing.delete(word);
    const holds = (word: string): boolean => !missing.has(word);
    return query.words.every((clause) => clause.some(holds)) && !query.without.some(holds);
  }
}

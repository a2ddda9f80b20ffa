import { openPlaintext } from '@highwater/crypto';
import { inTenant, listMessagesByIds, type MessageRow } from '@highwater/db';
import type { AccessCondition, MessagePosition, TenantId } from '@highwater/domain';
import { createFileMatcher, walkMatches, type WalkEffort } from '@highwater/search';
import { parseMessage, searchableText } from '@highwater/wecom';
import type { ApiDeps } from '../api-deps.ts';
import { findText, findTextFiles } from './file-texts.ts';
import type { PreparedQuery } from './search-query.ts';

/** What one request looks at before it answers with what it has, and how long it goes on asking. */
const MOST: WalkEffort = { questions: 20, candidates: 3_000 };
const MOST_MS = 800;
/** A word of three characters or more stands in about two of three messages that have its pairs. */
const CANDIDATES_PER_HIT = 1.5;
const LARGEST_BATCH = 400;

export interface Hits {
  readonly rows: readonly MessageRow[];
  /** Where the look ended with rows wanting, because it had taken long enough. Null when it found as many or saw all. */
  readonly stoppedAt: MessagePosition | null;
  /** Every older match is among the rows. */
  readonly isWhole: boolean;
}

/** Up to `limit` messages that match, themselves or in the text of their files, newest first, older than `after`. */
export async function findHits(
  deps: ApiDeps,
  tenantId: TenantId,
  { query, selection }: PreparedQuery,
  access: AccessCondition,
  page: { after: MessagePosition | null; limit: number },
): Promise<Hits> {
  const end = performance.now() + MOST_MS;
  const words = [...query.words.flat(), ...query.without];
  const subkey = await deps.tenantKeys.subkey(tenantId, 'plaintext');
  const wordsIn = createFileMatcher(words, (sha256) => findText(deps, tenantId, sha256));
  // Files are asked about when a candidate's own words do not do, and then those of the whole batch.
  let batch: readonly MessageRow[] = [];
  let files: ReturnType<typeof findTextFiles> | undefined;
  const matches = walkMatches({
    index: deps.searchIndex,
    tenantId,
    query,
    access,
    after: page.after,
    batch: Math.min(LARGEST_BATCH, words.length === 0 ? page.limit : Math.ceil(page.limit * CANDIDATES_PER_HIT)),
    isSpent: ({ questions, candidates }) =>
      questions >= MOST.questions || candidates >= MOST.candidates || performance.now() > end,
    read: async (ids) => {
      batch = await inTenant(deps.database, tenantId, (tx) => listMessagesByIds(tx, access, ids, selection), {
        prepares: true,
      });
      files = undefined;
      return batch;
    },
    textsOf: (row: MessageRow) =>
      searchableText(parseMessage(openPlaintext(subkey, tenantId, row.messageId, row.sealedPlaintext))).map(
        (t) => t.text,
      ),
    wordsInFiles: async ({ messageId }) => {
      files ??= findTextFiles(deps, tenantId, batch);
      const found = new Set<string>();
      for (const { sha256 } of (await files).get(messageId) ?? []) {
        for (const word of await wordsIn(sha256)) found.add(word);
      }
      return found;
    },
  });
  const rows: MessageRow[] = [];
  for (;;) {
    const step = await matches.next();
    if (step.done === true) return { rows, stoppedAt: step.value, isWhole: step.value === null };
    rows.push(step.value.row);
    if (rows.length === page.limit) return { rows, stoppedAt: null, isWhole: false };
  }
}

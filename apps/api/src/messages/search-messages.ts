import { inTenant } from '@highwater/db';
import { findAllHighlights, findExcerpt } from '@highwater/search';
import { searchableText } from '@highwater/wecom';
import { z } from '@hono/zod-openapi';
import { DEFAULT_LIMIT, pageQuery } from '../schemas/query-values.ts';
import { messageId, time } from '../schemas/values.ts';
import { openSearchIndex } from '../search-index/open-search-index.ts';
import { authorise } from '../verbs/authorise.ts';
import { decodeCursor, encodeCursor } from '../verbs/cursor.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit, recordAuditOnce, SCROLL_MS } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { cutTexts } from './cut-texts.ts';
import { describeSearch } from './describe-search.ts';
import { findFileHighlights } from './find-file-highlights.ts';
import { findHits } from './find-hits.ts';
import { viewSearchCoverage } from './search-coverage.ts';
import { makeQuery, prepareQuery, searchFields } from './search-query.ts';
import { viewMessages, type MessageView } from './view-messages.ts';

export const searchMessagesInput = { query: pageQuery.extend(searchFields) };

/** Characters of a text that a hit holds whole; of a longer one it has the beginning, and the part with the words. */
const LONG = 4_000;

const place = z.strictObject({ sentAt: time, messageId });

/**
 * Messages with all of the words and filters that the reader may see, newest first, with where the words stand. A page may
 * be short and have a cursor all the same: then it took long enough, and says how far back it looked.
 */
export async function searchMessages(ctx: VerbContext, raw: RawInput) {
  const { tenantId, access, memberId } = authorise(ctx, 'search');
  const asked = parseInput(searchMessagesInput, raw).query;
  const { cursor, limit = DEFAULT_LIMIT, person, kind, direction, ...fields } = asked;
  const after = decodeCursor(place, cursor);
  const now = ctx.deps.clock.now();
  const typed = makeQuery({ ...fields, people: person, kinds: kind, directions: direction });
  const prepared = await inTenant(ctx.deps.database, tenantId, (tx) => prepareQuery(tx, typed, now));
  const words = prepared.query.words.flat();
  const searchIndex = openSearchIndex(ctx.deps);
  const { rows, stoppedAt, isWhole } = await findHits({ ...ctx.deps, searchIndex }, tenantId, prepared, access, {
    after,
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : stoppedAt;
  const inFiles = await findFileHighlights(ctx.deps, tenantId, shown, words);
  return inTenant(
    ctx.deps.database,
    tenantId,
    async (tx) => {
      const items = (await viewMessages(ctx, tx, shown)).map((view) => ({
        ...withHighlights(view, words),
        fileHighlights: inFiles.get(view.messageId) ?? [],
      }));
      const act = {
        ...(await describeSearch(ctx, tenantId, asked)),
        event: 'messages.searched',
        memberId,
      };
      const detail = { ...act.detail, words: typed.words.length + typed.without.length, hits: items.length };
      // Turning its pages is part of the search.
      if (cursor === undefined) await recordAudit(ctx, tx, { ...act, detail });
      else await recordAuditOnce(ctx, tx, { ...act, detail }, SCROLL_MS, { telling: 'query' });
      return {
        items,
        nextCursor: last === null || last === undefined ? null : encodeCursor(placeOf(last)),
        total: { atLeast: rows.length, atMost: isWhole && after === null ? rows.length : null },
        lookedBackTo: rows.length > limit ? null : (stoppedAt?.sentAt ?? null),
        engine: searchIndex.engine,
        coverage: await viewSearchCoverage(ctx, tx, access),
      };
    },
    { prepares: true },
  );
}

function placeOf({ sentAt, messageId: id }: z.output<typeof place>): z.output<typeof place> {
  return { sentAt, messageId: id };
}

function withHighlights(view: MessageView, words: readonly string[]) {
  const highlights = searchableText(view.message).flatMap(({ field, text }) => {
    if (text.length > LONG) {
      const excerpt = findExcerpt(text, words);
      return excerpt === undefined ? [] : [{ field, ...excerpt }];
    }
    const ranges = findAllHighlights(text, words);
    return ranges.length === 0 ? [] : [{ field, text, ranges }];
  });
  return { ...view, message: cutTexts(view.message, LONG), highlights };
}

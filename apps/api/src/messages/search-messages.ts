import { countEmployees, countSearchable, inTenant } from '@highwater/db';
import { findHighlights } from '@highwater/search';
import { searchableText } from '@highwater/wecom';
import { z } from '@hono/zod-openapi';
import { DEFAULT_LIMIT, pageQuery } from '../schemas/query-values.ts';
import { messageId, time } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { decodeCursor, pageOf } from '../verbs/cursor.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { findFileHighlights } from './find-file-highlights.ts';
import { findHits } from './find-hits.ts';
import { makeQuery, searchFields } from './search-query.ts';
import { viewMessages, type MessageView } from './view-messages.ts';

export const searchMessagesInput = { query: pageQuery.extend(searchFields) };

const place = z.strictObject({ sentAt: time, messageId });

/** Messages with all of the words and filters that the reader may see, newest first, with where the words stand. */
export async function searchMessages(ctx: VerbContext, raw: RawInput) {
  const { tenantId, access, memberId } = authorise(ctx, 'search');
  const { cursor, limit = DEFAULT_LIMIT, person, kind, ...asked } = parseInput(searchMessagesInput, raw).query;
  const query = makeQuery({ ...asked, people: person, kinds: kind });
  const after = decodeCursor(place, cursor);
  const rows = await findHits(ctx.deps, tenantId, query, access, { after, limit: limit + 1 });
  const inFiles = await findFileHighlights(ctx.deps, tenantId, rows.slice(0, limit), query.words.flat());
  return inTenant(ctx.deps.database, tenantId, async (tx) => {
    const page = pageOf(rows, limit, ({ sentAt, messageId: id }) => ({ sentAt, messageId: id }));
    const views = await viewMessages(ctx, tx, page.items);
    const items = views.map((view) => ({
      ...withHighlights(view, query.words.flat()),
      fileHighlights: inFiles.get(view.messageId) ?? [],
    }));
    const employees = await countEmployees(tx, access);
    const counted = await countSearchable(tx);
    await recordAudit(ctx, tx, {
      event: 'messages.searched',
      memberId,
      detail: { words: query.words.length, hits: items.length },
    });
    return {
      ...page,
      items,
      coverage: { ...counted, employeesSeen: employees.seen, employeesTotal: employees.total },
    };
  });
}

function withHighlights(view: MessageView, words: readonly string[]) {
  const highlights = searchableText(view.message).flatMap(({ field, text }) => {
    const ranges = words.flatMap((word) => findHighlights(text, word)).toSorted((a, b) => a.start - b.start);
    return ranges.length === 0 ? [] : [{ field, text, ranges }];
  });
  return { ...view, highlights };
}

import { inTenant, listPeople as queryPeople } from '@highwater/db';
import { foldedPattern } from '@highwater/search';
import { z } from '@hono/zod-openapi';
import { personKind, personState } from '../schemas/person.ts';
import { DEFAULT_LIMIT, pageQuery, queryList } from '../schemas/query-values.ts';
import { connectionId, personKey, time } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { decodeCursor, pageOf } from '../verbs/cursor.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { viewPeople } from './view-people.ts';

export const listPeopleInput = {
  query: pageQuery.extend({
    kind: personKind.optional(),
    state: personState.optional(),
    /** A part of an id, a name, an earlier name or a remark; letter case, width, Traditional and Simplified aside. */
    q: z.string().max(100).optional(),
    /** Only these people. */
    key: queryList(personKey),
  }),
};

const place = z.strictObject({ personKey, connectionId, lastAt: time, fit: z.int() });

/**
 * People of the archive: who fits the text best, then who talked last. A narrowed reader sees its employees and whom they
 * talked with, by name.
 */
export async function listPeople(ctx: VerbContext, raw: RawInput) {
  const { tenantId, access } = authorise(ctx, 'view', { opens: false });
  const { cursor, limit = DEFAULT_LIMIT, kind, state, q, key } = parseInput(listPeopleInput, raw).query;
  const after = decodeCursor(place, cursor);
  return inTenant(ctx.deps.database, tenantId, async (tx) => {
    const rows = await queryPeople(tx, access, {
      kind: kind ?? null,
      state: state ?? null,
      text: q?.trim() ? foldedPattern(q.trim()) : null,
      keys: key.length === 0 ? null : key,
      after,
      limit: limit + 1,
    });
    const page = pageOf(rows, limit, (row) => ({
      personKey: row.personKey,
      connectionId: row.connectionId,
      lastAt: row.lastAt,
      fit: row.fit,
    }));
    return { ...page, items: await viewPeople(tx, access, page.items, ctx.language) };
  });
}

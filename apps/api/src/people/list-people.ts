import { inTenant, listPeople as queryPeople } from '@highwater/db';
import { z } from '@hono/zod-openapi';
import { personKind, personState } from '../schemas/person.ts';
import { DEFAULT_LIMIT, pageQuery, queryList } from '../schemas/query-values.ts';
import { connectionId, personKey } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { decodeCursor, pageOf } from '../verbs/cursor.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { viewPeople } from './view-people.ts';

export const listPeopleInput = {
  query: pageQuery.extend({
    kind: personKind.optional(),
    state: personState.optional(),
    /** A part of an id, a name, an earlier name or a remark. */
    q: z.string().max(100).optional(),
    /** Only these people. */
    key: queryList(personKey),
  }),
};

const place = z.strictObject({ personKey, connectionId });

/** People of the archive by id; a narrowed reader sees its employees and whom they talked with. */
export async function listPeople(ctx: VerbContext, raw: RawInput) {
  const { tenantId, access } = authorise(ctx, 'view');
  const { cursor, limit = DEFAULT_LIMIT, kind, state, q, key } = parseInput(listPeopleInput, raw).query;
  const after = decodeCursor(place, cursor);
  return inTenant(ctx.deps.database, tenantId, async (tx) => {
    const rows = await queryPeople(tx, access, {
      kind: kind ?? null,
      state: state ?? null,
      text: q?.trim() || null,
      keys: key.length === 0 ? null : key,
      after,
      limit: limit + 1,
    });
    const page = pageOf(rows, limit, (row) => ({ personKey: row.personKey, connectionId: row.connectionId }));
    return { ...page, items: await viewPeople(tx, access, page.items, ctx.language) };
  });
}

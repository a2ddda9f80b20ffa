import { inTenant, listRooms as queryRooms } from '@highwater/db';
import { z } from '@hono/zod-openapi';
import { DEFAULT_LIMIT, pageQuery } from '../schemas/query-values.ts';
import { roomState } from '../schemas/room.ts';
import { connectionId, roomId } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { decodeCursor, pageOf } from '../verbs/cursor.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';

export const listRoomsInput = {
  query: pageQuery.extend({
    state: roomState.optional(),
    kind: z.enum(['customer', 'internal', 'external']).optional(),
    /** A part of its name, of an earlier name or of its id. */
    q: z.string().max(100).optional(),
  }),
};

const place = z.strictObject({ roomId, connectionId });

/** Rooms in which the reader may see something, by id. */
export async function listRooms(ctx: VerbContext, raw: RawInput) {
  const { tenantId, access } = authorise(ctx, 'view', { opens: false });
  const { cursor, limit = DEFAULT_LIMIT, state = null, kind = null, q } = parseInput(listRoomsInput, raw).query;
  const after = decodeCursor(place, cursor);
  const filter = { state, kind, text: q?.trim() || null };
  const rows = await inTenant(ctx.deps.database, tenantId, (tx) =>
    queryRooms(tx, access, { ...filter, after, limit: limit + 1 }),
  );
  return pageOf(rows, limit, (row) => ({ roomId: row.roomId, connectionId: row.connectionId }));
}

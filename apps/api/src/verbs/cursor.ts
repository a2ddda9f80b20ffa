import { FaultError } from '@highwater/domain';
import type { z } from '@hono/zod-openapi';

/** Where the next page begins, opaque to its bearer. It grants nothing: the query of the next page has its own conditions. */
export function encodeCursor(place: object): string {
  return Buffer.from(JSON.stringify(place), 'utf8').toString('base64url');
}

/** Null without a cursor; throws `cursor.invalid` for one that no page gave. */
export function decodeCursor<Place extends z.ZodType>(
  schema: Place,
  cursor: string | undefined,
): z.output<Place> | null {
  if (cursor === undefined) return null;
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch (cause) {
    throw new FaultError('cursor.invalid', { field: 'cursor', cause });
  }
}

/** Turns `limit + 1` rows into a page: the extra row only says that there is more. */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number,
  placeOf: (last: Row) => object,
): { items: readonly Row[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(placeOf(last)) : null };
}

import { z } from '@hono/zod-openapi';

/** An integer written in the address. */
export function queryInteger(range: { min: number; max: number }) {
  return z
    .string()
    .regex(/^-?\d{1,15}$/)
    .transform(Number)
    .pipe(z.int().min(range.min).max(range.max))
    .openapi({ type: 'integer', minimum: range.min, maximum: range.max });
}

/** `true` or `false` in the address. */
export const queryBoolean = z
  .enum(['true', 'false'])
  .transform((value) => value === 'true')
  .openapi({ type: 'boolean' });

/** A value that may stand in the address several times; always a list, empty when it is not there. */
export function queryList<Item extends z.ZodType<string>>(item: Item) {
  return z
    .union([item, z.array(item).max(50)])
    .optional()
    .transform((value): z.output<Item>[] => {
      if (value === undefined) return [];
      return Array.isArray(value) ? value : [value];
    })
    .openapi({ type: 'array', items: { type: 'string' } });
}

/** Milliseconds since 1970, up to the year 9999. */
export const queryTime = queryInteger({ min: 0, max: 253_402_300_799_999 });

export const DEFAULT_LIMIT = 50;

/** `cursor` and `limit` of every list. */
export const pageQuery = z.strictObject({
  cursor: z.string().max(1000).optional(),
  limit: queryInteger({ min: 1, max: 200 }).optional(),
});

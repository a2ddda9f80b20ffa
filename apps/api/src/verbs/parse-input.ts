import { FaultError } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import type { RawInput } from './verb-context.ts';

/** What a route takes. Objects are strict: unknown keys are refused. */
export interface InputShape {
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodObject;
}

export type ParsedInput<Shape extends InputShape> = {
  readonly [Part in keyof Shape]: Shape[Part] extends z.ZodType ? z.output<Shape[Part]> : never;
};

const NOTHING = z.strictObject({});

/**
 * Throws `request.malformed` with the first field at fault, or `thing.missing` when the path names no possible thing.
 * A part that the shape does not name must be empty.
 */
export function parseInput<const Shape extends InputShape>(shape: Shape, raw: RawInput): ParsedInput<Shape> {
  const params = (shape.params ?? NOTHING).safeParse(raw.params);
  if (!params.success) throw new FaultError('thing.missing', { cause: params.error });
  if (holdsNul(params.data)) throw new FaultError('thing.missing');
  const query = parsePart(shape.query ?? NOTHING, raw.query);
  const body = shape.body === undefined ? undefined : parsePart(shape.body, raw.body ?? {});
  return { params: params.data, query, body } as ParsedInput<Shape>;
}

/** PostgreSQL keeps no text with the character U+0000, and nobody writes it. */
function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\u0000');
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsNul);
}

function parsePart(schema: z.ZodObject, value: unknown): object {
  const parsed = schema.safeParse(value);
  if (parsed.success) {
    if (holdsNul(parsed.data)) throw new FaultError('request.malformed', { detail: { issue: 'nul' } });
    return parsed.data;
  }
  const issue = parsed.error.issues[0];
  const path = issue?.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : (issue?.path ?? []);
  throw new FaultError('request.malformed', {
    ...(path.length === 0 ? {} : { field: path.map(String).join('.').slice(0, 100) }),
    ...(issue === undefined ? {} : { detail: { issue: issue.code } }),
    cause: parsed.error,
  });
}

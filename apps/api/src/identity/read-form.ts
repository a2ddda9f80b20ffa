import { FaultError } from '@highwater/domain';
import type { z } from 'zod';

/** The JSON body of a request. Throws `request.malformed`, with the field at fault. */
export async function readForm<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<z.output<Schema>> {
  const read = schema.safeParse(await request.json().catch(() => undefined));
  if (read.success) return read.data;
  const field = read.error.issues[0]?.path.map(String).join('.') ?? '';
  throw new FaultError('request.malformed', field === '' ? {} : { field });
}

/**
 * The request made anew: the library reads other forms of a body too, and is to check the very thing that was counted.
 */
export function requestWith(request: Request, headers: Headers, body: object): Request {
  const own = new Headers(headers);
  own.set('content-type', 'application/json');
  own.delete('content-length');
  return new Request(request.url, { method: 'POST', headers: own, body: JSON.stringify(body) });
}

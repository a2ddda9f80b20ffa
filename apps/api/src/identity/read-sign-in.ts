import { FaultError } from '@highwater/domain';
import { z } from 'zod';

const form = z.object({ email: z.string(), password: z.string() });

/**
 * What somebody signs in with, and the request made anew from it: the library reads other forms of a body too, and is to
 * check the very account whose tries were counted. Throws `request.malformed`.
 */
export async function readSignIn(request: Request, headers: Headers): Promise<{ email: string; request: Request }> {
  const read = form.safeParse(await request.json().catch(() => undefined));
  if (!read.success) throw new FaultError('request.malformed');
  const own = new Headers(headers);
  own.set('content-type', 'application/json');
  own.delete('content-length');
  const body = JSON.stringify(read.data);
  return { email: read.data.email, request: new Request(request.url, { method: 'POST', headers: own, body }) };
}

import { FaultError } from '@highwater/domain';
import { createMiddleware } from 'hono/factory';

const LARGEST_BODY = 1024 * 1024;
/** What is too large is read and dropped up to here, so that its connection can go on; of more the connection ends. */
const MOST_DROPPED = 16 * LARGEST_BODY;

/** Throws `request.too_large` for a body of more than 1 MiB. */
export function limitBody() {
  return createMiddleware(async (c, next) => {
    const { body } = c.req.raw;
    if (body === null) return next();
    const kept: Uint8Array[] = [];
    let size = 0;
    const reader = body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.length;
      if (size > MOST_DROPPED) {
        await reader.cancel();
        break;
      }
      if (size <= LARGEST_BODY) kept.push(part.value);
    }
    if (size > LARGEST_BODY) throw new FaultError('request.too_large');
    c.req.raw = new Request(c.req.raw, { method: c.req.method, body: new Uint8Array(Buffer.concat(kept)) });
    await next();
  });
}

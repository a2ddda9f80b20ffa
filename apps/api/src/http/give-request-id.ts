import { randomUUID } from 'node:crypto';
import { createMiddleware } from 'hono/factory';

export interface RequestIdEnv {
  Variables: { requestId: string };
}

/** Our own id, never the asker's: it stands in the audit log. */
export function giveRequestId() {
  return createMiddleware<RequestIdEnv>(async (c, next) => {
    c.set('requestId', randomUUID());
    await next();
    c.header('Highwater-Request', c.get('requestId'));
  });
}

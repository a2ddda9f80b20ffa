import { FaultError } from '@highwater/domain';
import { createMiddleware } from 'hono/factory';
import { bearerOf } from '../actor/actor-of-request.ts';
import type { ApiDeps } from '../api-deps.ts';

/**
 * What changes something must come from our own pages, or carry a header that other origins cannot send
 * without a preflight, which we never answer. A key is such a header: no page of another origin can send it.
 */
export function checkCsrf(deps: Pick<ApiDeps, 'portalUrl'>) {
  return createMiddleware(async (c, next) => {
    const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
    const isKey = c.req.path.startsWith('/v1/') && bearerOf(c.req.raw.headers) !== null;
    if (!reads && !isKey && !isOwn(c.req.raw.headers, deps.portalUrl)) throw new FaultError('session.csrf');
    await next();
  });
}

function isOwn(headers: Headers, portalUrl: string): boolean {
  if (headers.get('highwater-csrf') === '1') return true;
  const site = headers.get('sec-fetch-site');
  return site === null ? headers.get('origin') === portalUrl : site === 'same-origin';
}

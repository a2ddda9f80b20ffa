import { FaultError } from '@highwater/domain';
import { createMiddleware } from 'hono/factory';
import type { ApiDeps } from '../api-deps.ts';

/**
 * What changes something must come from our own pages, or carry a header that other origins cannot send
 * without a preflight, which we never answer.
 */
export function checkCsrf(deps: Pick<ApiDeps, 'portalUrl'>) {
  return createMiddleware(async (c, next) => {
    const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
    if (!reads && !isOwn(c.req.raw.headers, deps.portalUrl)) throw new FaultError('session.csrf');
    await next();
  });
}

function isOwn(headers: Headers, portalUrl: string): boolean {
  if (headers.get('highwater-csrf') === '1') return true;
  const site = headers.get('sec-fetch-site');
  return site === null ? headers.get('origin') === portalUrl : site === 'same-origin';
}

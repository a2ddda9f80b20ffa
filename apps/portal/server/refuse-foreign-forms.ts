import type { MiddlewareHandler } from 'hono';
import type { PortalConfig } from '@highwater/config';
import type { PortalEnv } from './create-portal.ts';
import { originOf } from './face.ts';

/** Whether a changing request comes from a page of this origin. Browsers send at least one of the two headers. */
export function isOwnForm(headers: Headers, portalUrl: string): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = headers.get('origin');
  return origin === portalUrl;
}

/** Forms posted from elsewhere never reach a page's action, whatever the cookie's rules let through. */
export function refuseForeignForms(config: PortalConfig): MiddlewareHandler<PortalEnv> {
  return async (c, next) => {
    const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
    if (!reads && !isOwnForm(c.req.raw.headers, originOf(config, c.get('face')))) return c.text('session.csrf', 403);
    return next();
  };
}

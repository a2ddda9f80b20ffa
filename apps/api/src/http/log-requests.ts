import { createMiddleware } from 'hono/factory';
import type { ApiDeps } from '../api-deps.ts';
import type { ActorEnv } from './find-actor.ts';
import type { RequestIdEnv } from './give-request-id.ts';

export interface RouteEnv {
  /** Pattern of the route that answered; set by it. */
  Variables: { route: string };
}

/** One line per request. It names the route's pattern: addresses hold words that people searched for. */
export function logRequests(deps: Pick<ApiDeps, 'log' | 'onAnswered'>) {
  return createMiddleware<RequestIdEnv & RouteEnv & Partial<ActorEnv>>(async (c, next) => {
    const startedAt = performance.now();
    c.set('route', 'none');
    await next();
    const durationMs = Math.round(performance.now() - startedAt);
    const route = c.get('route');
    const method = c.req.method;
    const status = c.res.status;
    deps.log.info('request answered', { requestId: c.get('requestId'), route, method, status, durationMs });
    deps.onAnswered({ route, method, status, seconds: durationMs / 1000 });
  });
}

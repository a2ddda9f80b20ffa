import type { Hono } from 'hono';
import type { ApiDeps } from '../api-deps.ts';
import type { ApiEnv } from '../http/api-env.ts';
import { limitSignIns } from '../http/limit-rate.ts';
import { IDENTITY_PATHS } from './identity.ts';

/** Mounts the allow-listed paths one by one; what is not listed is missing. */
export function mountIdentity(app: Hono<ApiEnv>, deps: ApiDeps): void {
  const limit = limitSignIns(deps.limits.signInsPerMinute);
  for (const { method, path } of IDENTITY_PATHS) {
    app.on(method, path, limit, (c) => {
      c.set('route', path);
      return deps.identity.answer(c.req.raw, { address: c.get('address'), requestId: c.get('requestId') });
    });
  }
}

import type { Hono } from 'hono';
import type { ApiDeps } from '../api-deps.ts';
import type { ApiEnv } from '../http/api-env.ts';
import { limitSignIns } from '../http/limit-rate.ts';
import { OPERATOR_IDENTITY_PATHS } from './operator-identity.ts';

/** Mounts the allow-listed paths one by one, where there is a console; the door of development in development only. */
export function mountOperatorIdentity(app: Hono<ApiEnv>, deps: ApiDeps): void {
  const { operators, mode } = deps;
  if (operators === null) return;
  const limit = limitSignIns(deps.limits.signInsPerMinute);
  for (const { method, path } of OPERATOR_IDENTITY_PATHS) {
    if (mode === 'production' && path.endsWith('/development-door')) continue;
    app.on(method, path, limit, (c) => {
      c.set('route', path);
      return operators.answer(c.req.raw, c.get('address'));
    });
  }
}

import { asPlatform, findMissingMigration } from '@highwater/db';
import type { Hono } from 'hono';
import type { ApiDeps } from '../api-deps.ts';
import type { ApiEnv } from '../http/api-env.ts';

/** `/healthz`: the process answers. `/readyz`: the database can be reached and has every migration this code knows. */
export function mountHealth(app: Hono<ApiEnv>, deps: Pick<ApiDeps, 'database'>): void {
  app.get('/healthz', (c) => {
    c.set('route', '/healthz');
    return c.json({ status: 'ok' });
  });
  app.get('/readyz', async (c) => {
    c.set('route', '/readyz');
    const missing = await asPlatform(deps.database, 'readiness', findMissingMigration).catch(() => 'database');
    return missing === undefined ? c.json({ status: 'ready' }) : c.json({ status: 'waiting' }, 503);
  });
}

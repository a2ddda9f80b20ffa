import { createMiddleware } from 'hono/factory';
import { actorOf } from '../actor/actor-of.ts';
import type { Actor } from '../actor/actor.ts';
import type { ApiDeps } from '../api-deps.ts';

export interface ActorEnv {
  Variables: { actor: Actor };
}

/** Session → user → membership → rights, read anew for every request: what was taken away holds at once. */
export function findActor(deps: Pick<ApiDeps, 'identity' | 'database' | 'clock'>) {
  return createMiddleware<ActorEnv>(async (c, next) => {
    const user = await deps.identity.findUser(c.req.raw.headers);
    c.set('actor', user === null ? { kind: 'nobody' } : await actorOf(deps, user, c.req.header('highwater-tenant')));
    await next();
  });
}

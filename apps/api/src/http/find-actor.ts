import { FaultError } from '@highwater/domain';
import { createMiddleware } from 'hono/factory';
import { actorOfRequest } from '../actor/actor-of-request.ts';
import type { Actor } from '../actor/actor.ts';
import type { ApiDeps } from '../api-deps.ts';
import type { AddressEnv } from './find-address.ts';
import type { RequestIdEnv } from './give-request-id.ts';
import { createTokenBucket } from './token-bucket.ts';

export interface ActorEnv {
  Variables: { actor: Actor };
}

/** Read anew for every request: what was taken away holds at once. A key may ask as often as a session, wherever it is used. */
export function findActor(deps: Pick<ApiDeps, 'identity' | 'operators' | 'database' | 'clock' | 'limits'>) {
  const bucket = createTokenBucket(deps.limits.requestsPerMinute);
  return createMiddleware<ActorEnv & AddressEnv & RequestIdEnv>(async (c, next) => {
    const origin = { address: c.get('address'), requestId: c.get('requestId') };
    const actor = await actorOfRequest(deps, { path: c.req.path, headers: c.req.raw.headers, ...origin });
    if (actor.kind === 'key' && !bucket.take(actor.key.keyId)) throw new FaultError('request.too_many');
    c.set('actor', actor);
    await next();
  });
}

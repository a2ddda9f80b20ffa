import { asPlatform, findMember, inTenant, isOperator, listMemberships } from '@highwater/db';
import { createMiddleware } from 'hono/factory';
import type { Actor, SignedInUser } from '../actor/actor.ts';
import { rightsOf } from '../actor/rights.ts';
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

async function actorOf(
  { database, clock }: Pick<ApiDeps, 'database' | 'clock'>,
  user: SignedInUser,
  asked: string | undefined,
): Promise<Actor> {
  const { memberships, operator } = await asPlatform(database, 'session look-up', async (tx) => ({
    memberships: await listMemberships(tx, user.userId),
    operator: await isOperator(tx, user.userId),
  }));
  const chosen = asked === undefined ? memberships[0] : memberships.find(({ tenantId }) => tenantId === asked);
  const nobodysMember: Actor = { kind: 'user', user, memberships, operator, tenantMissing: asked !== undefined };
  if (chosen === undefined) return nobodysMember;
  const { tenantId, memberId } = chosen;
  const member = await inTenant(database, tenantId, (tx) => findMember(tx, memberId));
  if (member === undefined) return nobodysMember;
  const { role, employees, language } = member;
  const rights = rightsOf(role, employees, clock.now());
  return { kind: 'member', user, memberships, operator, tenantId, memberId, role, language, employees, rights };
}

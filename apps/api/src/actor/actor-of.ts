import { asPlatform, findMember, inTenant, isOperator, listMemberships } from '@highwater/db';
import type { ApiDeps } from '../api-deps.ts';
import type { Actor, SignedInUser } from './actor.ts';
import { rightsOf } from './rights.ts';

/** A signed-in user as it acts in the company asked for, or in its oldest one; its rights as they are now. */
export async function actorOf(
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

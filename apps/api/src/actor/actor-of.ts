import {
  asPlatform,
  findMember,
  grantMemoryOf,
  inTenant,
  isOperator,
  listGrantsOf,
  listMemberships,
} from '@highwater/db';
import type { ApiDeps } from '../api-deps.ts';
import type { Actor, SignedInUser } from './actor.ts';
import { rightsOf } from './rights.ts';

/** A signed-in user as it acts in the company asked for, or in its oldest one; its rights as they are now. */
export async function actorOf(
  { database, clock }: Pick<ApiDeps, 'database' | 'clock'>,
  user: SignedInUser,
  asked: string | undefined,
): Promise<Actor> {
  const { memberships, operator } = await asPlatform(
    database,
    'session look-up',
    async (tx) => ({
      memberships: await listMemberships(tx, user.userId),
      operator: await isOperator(tx, user.userId),
    }),
    { prepares: true },
  );
  const chosen = asked === undefined ? memberships[0] : memberships.find(({ tenantId }) => tenantId === asked);
  const nobodysMember: Actor = { kind: 'user', user, memberships, operator, tenantMissing: asked !== undefined };
  if (chosen === undefined) return nobodysMember;
  const { tenantId, memberId } = chosen;
  const found = await inTenant(
    database,
    tenantId,
    async (tx) => {
      const member = await findMember(tx, memberId);
      // Once for the whole request: who is in which department is the same for all of its queries.
      return member && { member, grants: await listGrantsOf(tx, member, grantMemoryOf(database)) };
    },
    { prepares: true },
  );
  if (found === undefined) return nobodysMember;
  const { role, language, employees, departments } = found.member;
  const rights = rightsOf({ role, grants: found.grants }, clock.now());
  const standing = { tenantId, memberId, role, language, employees, departments, rights };
  return { kind: 'member', user, memberships, operator, ...standing };
}

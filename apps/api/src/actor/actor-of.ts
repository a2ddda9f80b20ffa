import {
  asPlatform,
  findMember,
  grantMemoryOf,
  inTenant,
  isInsideRule,
  isSignOnAddress,
  isSignOnRequired,
  listGrantsOf,
  listMemberships,
  type MemberRow,
  type MembershipRow,
  type TenantTx,
} from '@highwater/db';
import type { TenantId } from '@highwater/domain';
import { rightsOfMember } from '@highwater/permissions';
import type { ApiDeps } from '../api-deps.ts';
import type { Actor, Origin, SignedInUser } from './actor.ts';
import { noteOutside } from './note-outside.ts';
import { reasonOf } from './reason-of.ts';
import { rightsOf } from './rights.ts';

/**
 * A signed-in user as it acts in the company asked for, or in its oldest one; its rights as they are now. A company that
 * lets nobody in from the address is not acted for.
 */
export async function actorOf(
  { database, clock }: Pick<ApiDeps, 'database' | 'clock'>,
  user: SignedInUser,
  asked: string | undefined,
  origin: Origin,
): Promise<Actor> {
  const all = await asPlatform(database, 'session look-up', (tx) => listMemberships(tx, user.userId), {
    prepares: true,
  });
  const memberships = all.filter(({ tenantId }) => isOpenedBy(user, tenantId));
  const isOpen = ({ factorRequired }: MembershipRow): boolean => !factorRequired || user.factor !== null;
  const chosen =
    asked === undefined
      ? (memberships.find(isOpen) ?? memberships[0])
      : memberships.find(({ tenantId }) => tenantId === asked);
  const noCompany = { tenantMissing: asked !== undefined, factorMissing: null, outside: null, signOnMissing: null };
  const nobodysMember: Actor = { kind: 'user', user, memberships, ...noCompany };
  if (chosen === undefined) return nobodysMember;
  if (!isOpen(chosen)) return { ...nobodysMember, tenantMissing: false, factorMissing: chosen };
  const { tenantId, memberId } = chosen;
  const found = await inTenant(
    database,
    tenantId,
    async (tx) => {
      const member = await findMember(tx, memberId);
      // Once for the whole request: who is in which department is the same for all of its queries.
      if (member === undefined) return undefined;
      if (await needsSignOn(tx, user, member)) return 'sign_on';
      if (!(await isInsideRule(tx, origin.address))) return 'outside';
      const grants = await listGrantsOf(tx, member, grantMemoryOf(database));
      return { member, grants, reason: await reasonOf(tx, memberId, user, clock.now()) };
    },
    { prepares: true },
  );
  if (found === undefined) return nobodysMember;
  if (found === 'sign_on') return { ...nobodysMember, tenantMissing: false, signOnMissing: chosen };
  if (found === 'outside') {
    await noteOutside({ database, clock }, tenantId, { event: 'address.refused', memberId, subject: null }, origin);
    return { ...nobodysMember, tenantMissing: false, outside: { company: chosen, address: origin.address ?? '?' } };
  }
  const { role, customRole, language, grants } = found.member;
  const rights = rightsOf({ ...rightsOfMember(found.member), grants: found.grants }, clock.now());
  const standing = { tenantId, memberId, role, customRole, language, grants, rights, reason: found.reason };
  return { kind: 'member', user, memberships, ...standing };
}

/** A session of single sign-on opens its own company; a person who comes by it has no other way in. */
function isOpenedBy(user: SignedInUser, tenantId: TenantId): boolean {
  return user.tenantId === null ? !isSignOnAddress(user.email) : user.tenantId === tenantId;
}

/** Owners come in with a password too: a provider that fails must not lock the company out. */
async function needsSignOn(tx: TenantTx, user: SignedInUser, { role, email }: MemberRow): Promise<boolean> {
  return user.tenantId === null && role !== 'owner' && (await isSignOnRequired(tx, email));
}

import { randomUUID } from 'node:crypto';
import {
  findIdentityBySubject,
  insertMember,
  insertSignOnIdentity,
  isDomainProven,
  updateSignOnIdentity,
  type JoiningRole,
  type SignOnIdentityRow,
  type SignOnRow,
  type TenantTx,
} from '@highwater/db';
import type { MemberId, UnixMs, UserId } from '@highwater/domain';
import type { Asserted } from './oidc.ts';
import { SignOnRefusal } from './sign-on-refusal.ts';

/** Somebody who came, and as whom. */
export interface Entered {
  readonly userId: UserId;
  readonly memberId: MemberId;
  /** The member was made by this sign-in. */
  readonly isNew: boolean;
}

/** How somebody who is no member becomes one; undefined when they may not. */
export type Joining = (
  tx: TenantTx,
  person: { readonly userId: UserId; readonly email: string; readonly name: string },
) => Promise<MemberId>;

/**
 * The member whom an assertion means: by company, issuer and subject, and by nothing else. The address is compared with
 * the domains of this company only; whether anybody else has it is never looked up, so that no answer and no time can
 * tell. `addUser` makes the person's row in schema identity. Throws a SignOnRefusal.
 */
export async function enterMember(
  tx: TenantTx,
  signOn: Pick<SignOnRow, 'signOnId' | 'issuer'>,
  asserted: Asserted,
  {
    join,
    now,
    addUser,
  }: {
    readonly join: { readonly by: 'invitation' | 'role'; readonly run: Joining } | undefined;
    readonly now: UnixMs;
    readonly addUser: (userId: UserId, name: string) => Promise<void>;
  },
): Promise<Entered> {
  if (!(await isDomainProven(tx, asserted.email))) throw new SignOnRefusal('domain');
  const known = await findIdentityBySubject(tx, signOn.issuer, asserted.subject);
  const { email } = asserted;
  const name = asserted.name ?? known?.name ?? email;
  if (known !== undefined && isIn(known)) {
    await updateSignOnIdentity(tx, known.identityId, { memberId: known.memberId, email, name, now, cameIn: true });
    return { userId: known.userId, memberId: known.memberId, isNew: false };
  }
  // Who was removed comes back by an invitation, or by the provider's own word, and not by signing in again.
  if (known !== undefined && join?.by !== 'invitation') throw new SignOnRefusal('removed');
  if (join === undefined) throw new SignOnRefusal('not_invited');
  const userId = known?.userId ?? (randomUUID() as UserId);
  if (known === undefined) await addUser(userId, name);
  const memberId = await join.run(tx, { userId, email, name });
  if (known === undefined) {
    const identity = { identityId: randomUUID(), ...signOn, subject: asserted.subject, userId, memberId, email, name };
    // Of two first sign-ins at once one is the first.
    if (!(await insertSignOnIdentity(tx, { ...identity, now }))) throw new SignOnRefusal('replayed');
  } else await updateSignOnIdentity(tx, known.identityId, { memberId, email, name, now, cameIn: true });
  return { userId, memberId, isNew: true };
}

/** Joins with the role that the company chose for whoever its provider vouches for. */
export function joinWithRole(role: JoiningRole, now: UnixMs): Joining {
  return async (tx, person) => {
    const memberId = randomUUID() as MemberId;
    if (!(await insertMember(tx, { memberId, ...person, role, language: null, joinedAt: now }))) {
      throw new SignOnRefusal('replayed');
    }
    return memberId;
  };
}

function isIn({ isActive, releasedAt }: SignOnIdentityRow): boolean {
  return isActive && releasedAt === null;
}

import { randomUUID } from 'node:crypto';
import {
  deleteSavedSearchesOf,
  findIdentityBySubject,
  insertMember,
  insertSignOnIdentity,
  isDomainProven,
  lockOwners,
  markMemberRemoved,
  revokeGrants,
  updateSignOnIdentity,
  type JoiningRole,
  type ScimTokenRow,
  type SignOnIdentityRow,
  type SignOnRow,
  type TenantTx,
} from '@highwater/db';
import type { MemberId, UserId } from '@highwater/domain';
import { recordAudit } from '../verbs/record-audit.ts';
import type { VerbContext } from '../verbs/verb-context.ts';
import { ScimError } from './scim-error.ts';
import type { ScimPerson } from './scim-user.ts';

/** With which token a provider asks, for which company. */
export interface ScimAsker {
  readonly token: ScimTokenRow;
  readonly signOn: SignOnRow;
}

/** Adds somebody, or takes up again whom the provider deleted. The person has no password and one way in. */
export async function addPerson(
  ctx: VerbContext,
  tx: TenantTx,
  { token, signOn }: ScimAsker,
  person: ScimPerson,
  role: JoiningRole = token.role,
): Promise<string> {
  await checkDomain(tx, person);
  const now = ctx.deps.clock.now();
  const known = await findIdentityBySubject(tx, signOn.issuer, person.subject);
  if (known !== undefined && known.releasedAt === null) {
    throw new ScimError(409, 'Somebody with this externalId is here already.', 'uniqueness');
  }
  const userId = known?.userId ?? (randomUUID() as UserId);
  if (known === undefined) await ctx.deps.identity.signOnUsers.add(userId, person.name);
  const memberId = known?.isActive === true ? known.memberId : await join(ctx, tx, { userId, ...person }, role);
  const identityId = known?.identityId ?? randomUUID();
  const { signOnId, issuer } = signOn;
  if (known === undefined) {
    const identity = { identityId, signOnId, issuer, ...person, userId, memberId, now };
    if (!(await insertSignOnIdentity(tx, identity))) throw new ScimError(409, 'Added at the same time.', 'uniqueness');
  } else await updateSignOnIdentity(tx, identityId, { ...person, memberId, now });
  await record(ctx, tx, token, 'scim_added', memberId, { role });
  if (!person.isActive) await end(ctx, tx, token, { memberId, role });
  return identityId;
}

/** What the provider says now: names and address of its own person, and whether the membership goes on. */
export async function changePerson(
  ctx: VerbContext,
  tx: TenantTx,
  { token }: ScimAsker,
  known: SignOnIdentityRow,
  person: Omit<ScimPerson, 'subject'> & { readonly subject?: string },
): Promise<void> {
  if (person.subject !== undefined && person.subject !== known.subject) {
    throw new ScimError(400, 'externalId says who somebody is and does not change.', 'mutability');
  }
  await checkDomain(tx, person);
  if (!person.isActive && known.isActive) await end(ctx, tx, token, known);
  const comesBack = person.isActive && !known.isActive;
  const memberId = comesBack
    ? await join(ctx, tx, { userId: known.userId, email: person.email, name: person.name }, token.role)
    : known.memberId;
  const { email, name } = person;
  await updateSignOnIdentity(tx, known.identityId, { memberId, email, name, now: ctx.deps.clock.now() });
  if (comesBack) await record(ctx, tx, token, 'scim_added', memberId, { role: token.role });
  else if (email !== known.email || name !== known.name) await record(ctx, tx, token, 'scim_changed', memberId, {});
}

/** Ends the membership; the same externalId may come again. */
export async function releasePerson(
  ctx: VerbContext,
  tx: TenantTx,
  { token }: ScimAsker,
  known: SignOnIdentityRow,
): Promise<void> {
  if (known.isActive) await end(ctx, tx, token, known);
  await updateSignOnIdentity(tx, known.identityId, { ...known, now: ctx.deps.clock.now(), released: true });
}

async function join(
  ctx: VerbContext,
  tx: TenantTx,
  { userId, email, name }: { readonly userId: UserId; readonly email: string; readonly name: string },
  role: JoiningRole,
): Promise<MemberId> {
  const memberId = randomUUID() as MemberId;
  const member = { memberId, userId, email, name, role, language: null, joinedAt: ctx.deps.clock.now() };
  if (!(await insertMember(tx, member))) throw new ScimError(409, 'Added at the same time.', 'uniqueness');
  return memberId;
}

/** As a removal by a member does; whose session is open notices with the next request. */
async function end(
  ctx: VerbContext,
  tx: TenantTx,
  token: ScimTokenRow,
  { memberId, role }: Pick<SignOnIdentityRow, 'memberId' | 'role'>,
): Promise<void> {
  await lockOwners(tx);
  if (role === 'owner') throw new ScimError(403, 'Owners are removed by owners, not by a provider.');
  await markMemberRemoved(tx, memberId);
  await revokeGrants(tx, memberId, null, ctx.deps.clock.now());
  await deleteSavedSearchesOf(tx, memberId);
  await record(ctx, tx, token, 'scim_ended', memberId, { role });
}

async function checkDomain(tx: TenantTx, { email }: { readonly email: string }): Promise<void> {
  if (await isDomainProven(tx, email)) return;
  throw new ScimError(400, 'userName is an e-mail address of a domain that the company has proven.', 'invalidValue');
}

async function record(
  ctx: VerbContext,
  tx: TenantTx,
  { tokenId, prefix }: ScimTokenRow,
  event: 'scim_added' | 'scim_changed' | 'scim_ended',
  memberId: MemberId,
  detail: Readonly<Record<string, string>>,
): Promise<void> {
  const named = { ...detail, token: tokenId, prefix };
  await recordAudit(ctx, tx, {
    event: event.replace('_', '.'),
    memberId: null,
    subject: `member:${memberId}`,
    detail: named,
  });
}

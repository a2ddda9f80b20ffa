import { randomUUID } from 'node:crypto';
import { deriveLinkToken, hashToken } from '@highwater/crypto';
import {
  findInvitation,
  findMemberByEmail,
  insertInvitation,
  revokeInvitationsTo,
  type OfferedGrant,
  type TenantTx,
} from '@highwater/db';
import { FaultError, type InvitationId, type UnixMs } from '@highwater/domain';
import { isMessageAction, rightsOfMember } from '@highwater/permissions';
import { z } from '@hono/zod-openapi';
import { checkGift, NO_STANDING } from '../grants/check-gift.ts';
import { readTerms, termsText } from '../grants/read-terms.ts';
import { checkPerson } from '../members/check-person.ts';
import { findGivenRole, roleText, type GivenRole } from '../roles/find-given-role.ts';
import { grantTerms } from '../schemas/grant.ts';
import {
  departmentList,
  departmentsAsOf,
  employeeList,
  language,
  orNull,
  personKey,
  role,
  roleId,
} from '../schemas/values.ts';
import { authorise, type AuthorisedMember } from '../verbs/authorise.ts';
import { inTenantOnce } from '../verbs/in-tenant-once.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { viewInvitations } from './view-invitation.ts';

export const createInvitationInput = {
  body: z.strictObject({
    email: z.email().max(254),
    role,
    /** With `custom`: which of the company's own. */
    roleId: roleId.optional(),
    /** The employee that the member will be. */
    personKey: orNull(personKey).default(null),
    /** Said alone, one grant of these. */
    employees: employeeList.default([]),
    departments: departmentList.default([]),
    departmentsAsOf: departmentsAsOf.default('message'),
    grants: z.array(grantTerms).max(20).default([]),
    language,
  }),
};

/** A week: longer than a weekend and a public holiday. */
const VALID_MS = 7 * 24 * 3_600_000;

type NewInvitation = z.output<typeof createInvitationInput.body>;

/**
 * Invites somebody by e-mail. Only the token's hash is kept: the worker that writes the mail derives the token again
 * from the tenant's key and the invitation's id. A newer invitation to the same address ends the older ones.
 */
export async function createInvitation(ctx: VerbContext, raw: RawInput) {
  const inviter = authorise(ctx, 'invite');
  const invitation = parseInput(createInvitationInput, raw).body;
  const operation = { route: 'createInvitation', request: invitation };
  const subkey = await ctx.deps.tenantKeys.subkey(inviter.tenantId, 'link');
  return inTenantOnce(ctx, inviter, operation, (tx) => invite(ctx, tx, inviter, invitation, subkey));
}

async function invite(
  ctx: VerbContext,
  tx: TenantTx,
  inviter: AuthorisedMember,
  invitation: NewInvitation,
  subkey: Uint8Array,
) {
  const { clock, enqueue } = ctx.deps;
  const { email, personKey: person } = invitation;
  if ((await findMemberByEmail(tx, email)) !== undefined) throw new FaultError('member.exists', { field: 'email' });
  const given = await findGivenRole(tx, invitation, clock.now());
  const grants = await readGrants(tx, given, invitation, clock.now());
  await checkPerson(tx, person, null);
  await checkGift(tx, inviter, NO_STANDING, { ...given, personKey: person, grants }, clock.now());
  const now = clock.now();
  await revokeInvitationsTo(tx, invitation.email, now);
  const invitationId = randomUUID() as InvitationId;
  await insertInvitation(tx, {
    email,
    role: given.role,
    roleId: given.roleId,
    personKey: person,
    grants,
    language: invitation.language,
    invitationId,
    tokenHash: hashToken(deriveLinkToken(subkey, invitationId)),
    invitedBy: inviter.memberId,
    createdAt: now,
    expiresAt: now + VALID_MS,
  });
  await recordAudit(ctx, tx, {
    event: 'invitation.created',
    memberId: inviter.memberId,
    subject: `invitation:${invitationId}`,
    detail: { role: roleText(given), after: grants.flatMap(termsText) },
  });
  const made = await findInvitation(tx, invitationId);
  if (made === undefined) throw new FaultError('internal');
  await enqueue(tx, 'send-invitation-mail', { tenantId: inviter.tenantId, invitationId });
  const [view] = await viewInvitations(ctx, tx, inviter, [made]);
  if (view === undefined) throw new FaultError('internal');
  return view;
}

/** Its grants. Of a role that reaches everything they would look like a limit and be none; one of content alone needs some. */
async function readGrants(
  tx: TenantTx,
  given: GivenRole,
  { employees, departments, departmentsAsOf: asOf, grants }: NewInvitation,
  now: UnixMs,
): Promise<readonly OfferedGrant[]> {
  const { actions, reach } = rightsOfMember(given);
  if (reach === 'everything') return [];
  const plain =
    employees.length + departments.length === 0
      ? []
      : [grantTerms.parse({ employees, departments, departmentsAsOf: asOf })];
  const asked = [...plain, ...grants];
  if (asked.length === 0 && actions.every(isMessageAction))
    throw new FaultError('request.malformed', { field: 'employees', detail: { issue: 'empty' } });
  const read: OfferedGrant[] = [];
  for (const terms of asked) read.push(await readTerms(tx, terms, now));
  return read;
}

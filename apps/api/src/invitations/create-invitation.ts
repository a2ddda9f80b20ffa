import { randomUUID } from 'node:crypto';
import { deriveLinkToken, hashToken } from '@highwater/crypto';
import { findInvitation, findMemberByEmail, insertInvitation, revokeInvitationsTo, type TenantTx } from '@highwater/db';
import { FaultError, type InvitationId } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { checkDepartments, departmentText } from '../grants/check-departments.ts';
import { invitableRole } from '../schemas/invitation.ts';
import { departmentList, departmentsAsOf, employeeList, language } from '../schemas/values.ts';
import { authorise, type AuthorisedMember } from '../verbs/authorise.ts';
import { inTenantOnce } from '../verbs/in-tenant-once.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { viewInvitations } from './view-invitation.ts';

export const createInvitationInput = {
  body: z.strictObject({
    email: z.email().max(254),
    role: invitableRole,
    employees: employeeList,
    departments: departmentList.default([]),
    departmentsAsOf: departmentsAsOf.default('message'),
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
  // Admins see everything: employees would look like a limit and be none.
  const [employees, departments] =
    invitation.role === 'viewer' ? [invitation.employees, invitation.departments] : [[], []];
  if (invitation.role === 'viewer' && employees.length + departments.length === 0) {
    throw new FaultError('request.malformed', { field: 'employees', detail: { issue: 'empty' } });
  }
  const operation = { route: 'createInvitation', request: invitation };
  const subkey = await ctx.deps.tenantKeys.subkey(inviter.tenantId, 'link');
  return inTenantOnce(ctx, inviter, operation, (tx) =>
    invite(ctx, tx, inviter, { ...invitation, employees, departments }, subkey),
  );
}

async function invite(
  ctx: VerbContext,
  tx: TenantTx,
  inviter: AuthorisedMember,
  invitation: NewInvitation,
  subkey: Uint8Array,
) {
  const { clock, enqueue } = ctx.deps;
  if ((await findMemberByEmail(tx, invitation.email)) !== undefined)
    throw new FaultError('member.exists', { field: 'email' });
  const departments = { places: invitation.departments, asOf: invitation.departmentsAsOf };
  await checkDepartments(tx, departments.places);
  const now = clock.now();
  await revokeInvitationsTo(tx, invitation.email, now);
  const invitationId = randomUUID() as InvitationId;
  await insertInvitation(tx, {
    ...invitation,
    departments,
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
    detail: {
      role: invitation.role,
      employees: invitation.employees,
      departments: departments.places.map((place) => departmentText({ ...place, asOf: departments.asOf })),
    },
  });
  const made = await findInvitation(tx, invitationId);
  if (made === undefined) throw new FaultError('internal');
  await enqueue(tx, 'send-invitation-mail', { tenantId: inviter.tenantId, invitationId });
  const [view] = await viewInvitations(tx, [made]);
  if (view === undefined) throw new FaultError('internal');
  return view;
}

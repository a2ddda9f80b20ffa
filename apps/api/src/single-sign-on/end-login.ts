import { findInvitation, inTenant, saveSignOnTest, isDomainProven, type SignOnRow, type TenantTx } from '@highwater/db';
import type { InvitationId } from '@highwater/domain';
import { join } from '../invitations/accept-invitation.ts';
import { isOpen } from '../invitations/find-offer.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { VerbContext } from '../verbs/verb-context.ts';
import { enterMember, joinWithRole, type Joining } from './enter-member.ts';
import type { FoundLogin } from './find-login.ts';
import type { Asserted } from './oidc.ts';
import { problemOf, SignOnRefusal, type SignOnProblem } from './sign-on-refusal.ts';

/** Opens a session for whom the provider asserts; answers its Set-Cookie lines. Throws a SignOnRefusal. */
export async function openCompany(
  ctx: VerbContext,
  { tenantId, login, signOn }: FoundLogin,
  asserted: Asserted,
): Promise<readonly string[]> {
  const { deps, address, requestId, headers } = ctx;
  const entered = await inTenant(deps.database, tenantId, async (tx) => {
    const by = await joiningOf(ctx, tx, signOn, login.purpose === 'invitation' ? login.invitationId : null, asserted);
    const how = { join: by, now: deps.clock.now(), addUser: deps.identity.signOnUsers.add };
    const member = await enterMember(tx, signOn, asserted, how);
    const detail = { kind: signOn.kind, joined: member.isNew ? (by?.by ?? 'role') : 'no' };
    const subject = `sign_on:${signOn.signOnId}`;
    await recordAudit(ctx, tx, { event: 'single_sign_on.entered', memberId: member.memberId, subject, detail });
    return member;
  });
  const session = { userId: entered.userId, factor: 'single_sign_on', fields: { tenantId } } as const;
  return deps.identity.openSession(session, headers, { address, requestId });
}

async function joiningOf(
  ctx: VerbContext,
  tx: TenantTx,
  { joinsAs }: SignOnRow,
  invitationId: InvitationId | null,
  asserted: Asserted,
): Promise<{ readonly by: 'invitation' | 'role'; readonly run: Joining } | undefined> {
  const now = ctx.deps.clock.now();
  if (invitationId === null) return joinsAs === null ? undefined : { by: 'role', run: joinWithRole(joinsAs, now) };
  const invitation = await findInvitation(tx, invitationId, true);
  const isTheirs = invitation !== undefined && invitation.email.toLowerCase() === asserted.email.toLowerCase();
  if (!isTheirs || !isOpen(invitation, now)) throw new SignOnRefusal('invitation');
  return { by: 'invitation', run: (own, person) => join(ctx, own, person, invitation) };
}

/** Keeps what a test found; nobody is let in. */
export async function endTest(
  ctx: VerbContext,
  { tenantId, login, signOn }: FoundLogin,
  found: Asserted | SignOnProblem,
): Promise<SignOnProblem | null> {
  return inTenant(ctx.deps.database, tenantId, async (tx) => {
    const isRefused = typeof found === 'string';
    const isOurs = !isRefused && (await isDomainProven(tx, found.email));
    const problem = isRefused ? found : isOurs ? null : 'domain';
    const email = isRefused ? null : found.email;
    await saveSignOnTest(tx, signOn.signOnId, { at: ctx.deps.clock.now(), email, problem });
    const subject = `sign_on:${signOn.signOnId}`;
    const detail = { problem: problem ?? 'none' };
    await recordAudit(ctx, tx, { event: 'single_sign_on.tested', memberId: login.memberId, subject, detail });
    return problem;
  });
}

/** Why somebody was not let in stands in the company's log, and nowhere else. */
export async function recordRefusal(ctx: VerbContext, { tenantId, signOn }: FoundLogin, error: unknown): Promise<void> {
  const subject = `sign_on:${signOn.signOnId}`;
  await inTenant(ctx.deps.database, tenantId, (tx) =>
    recordAudit(ctx, tx, {
      event: 'single_sign_on.refused',
      memberId: null,
      subject,
      detail: { problem: problemOf(error) },
    }),
  );
}

import { randomUUID } from 'node:crypto';
import {
  findInvitation,
  insertGrant,
  insertMember,
  inTenant,
  markInvitationAccepted,
  type InvitationRow,
  type TenantTx,
} from '@highwater/db';
import { FaultError, type MemberId } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import type { SignedInUser } from '../actor/actor.ts';
import { findGivenRole } from '../roles/find-given-role.ts';
import { linkToken } from '../schemas/values.ts';
import { requireUser } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { findOffer, isOpen } from './find-offer.ts';

export const acceptInvitationInput = { body: z.strictObject({ token: linkToken }) };

/** Makes the signed-in person a member, when the invitation was sent to their e-mail. */
export async function acceptInvitation(ctx: VerbContext, raw: RawInput) {
  const { user, memberships } = requireUser(ctx);
  const { token } = parseInput(acceptInvitationInput, raw).body;
  const { database, clock } = ctx.deps;
  const { tenantId, invitationId } = await findOffer(database, token);
  const isMember = memberships.some((membership) => membership.tenantId === tenantId);
  const refusal = await inTenant(database, tenantId, async (tx) => {
    const invitation = await findInvitation(tx, invitationId, true);
    if (invitation === undefined) throw new FaultError('thing.missing');
    const subject = `invitation:${invitationId}`;
    if (invitation.email.toLowerCase() !== user.email.toLowerCase()) {
      // Kept although it is refused: somebody holds a link that was not sent to them.
      await recordAudit(ctx, tx, { event: 'invitation.refused', memberId: null, subject });
      return 'invitation.wrong_person' as const;
    }
    // Twice by the same person is once.
    if (invitation.acceptedAt !== null && isMember) return null;
    if (!isOpen(invitation, clock.now())) return 'invitation.expired' as const;
    const memberId = await join(ctx, tx, user, invitation);
    await recordAudit(ctx, tx, {
      event: 'invitation.accepted',
      memberId,
      subject,
      detail: { role: roleOf(invitation) },
    });
    return null;
  });
  if (refusal !== null) throw new FaultError(refusal);
  return { tenantId };
}

/** As audit lines keep it. */
function roleOf({ role, roleName }: InvitationRow): string {
  return roleName === null ? role : `custom:${roleName}`;
}

/** Makes somebody the member that an invitation offers. Throws `invitation.expired`, `member.exists`. */
export async function join(
  ctx: VerbContext,
  tx: TenantTx,
  user: Pick<SignedInUser, 'userId' | 'email' | 'name'>,
  invitation: InvitationRow,
): Promise<MemberId> {
  const { role, roleId, personKey, language, grants, invitedBy, invitationId } = invitation;
  // A role of the company's own may be gone by now.
  await findGivenRole(tx, { role, roleId: roleId ?? undefined }, ctx.deps.clock.now()).catch((cause: unknown) => {
    throw new FaultError('invitation.expired', { cause });
  });
  const now = ctx.deps.clock.now();
  const memberId = randomUUID() as MemberId;
  if (!(await insertMember(tx, { memberId, ...user, role, roleId, personKey, language, joinedAt: now })))
    throw new FaultError('member.exists');
  for (const grant of grants) {
    await insertGrant(tx, { ...grant, grantId: randomUUID(), memberId, grantedBy: invitedBy, grantedAt: now });
  }
  await markInvitationAccepted(tx, invitationId, now);
  return memberId;
}

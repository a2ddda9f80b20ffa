import { findInvitation, inTenant, markInvitationRevoked } from '@highwater/db';
import { FaultError } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { invitationId } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';

export const revokeInvitationInput = { params: z.strictObject({ invitationId }) };

/** Ends an open invitation: its link no longer works. One that is over already stays as it is. */
export async function revokeInvitation(ctx: VerbContext, raw: RawInput): Promise<void> {
  const { tenantId, memberId } = authorise(ctx, 'invite');
  const { invitationId } = parseInput(revokeInvitationInput, raw).params;
  await inTenant(ctx.deps.database, tenantId, async (tx) => {
    const invitation = await findInvitation(tx, invitationId, true);
    if (invitation === undefined) throw new FaultError('thing.missing');
    if (invitation.acceptedAt !== null) throw new FaultError('request.conflict');
    if (invitation.revokedAt !== null) return;
    await markInvitationRevoked(tx, invitationId, ctx.deps.clock.now());
    await recordAudit(ctx, tx, { event: 'invitation.revoked', memberId, subject: `invitation:${invitationId}` });
  });
}

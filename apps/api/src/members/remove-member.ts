import { deleteSavedSearchesOf, getMember, inTenant, lockOwners, markMemberRemoved, revokeGrants } from '@highwater/db';
import { FaultError } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { roleText } from '../roles/find-given-role.ts';
import { memberId } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';

export const removeMemberInput = { params: z.strictObject({ memberId }) };

/** Ends a membership, its grants and the searches it kept. Only an owner removes an owner, and never the last one. */
export async function removeMember(ctx: VerbContext, raw: RawInput): Promise<void> {
  const remover = authorise(ctx, 'invite');
  const { memberId } = parseInput(removeMemberInput, raw).params;
  await inTenant(ctx.deps.database, remover.tenantId, async (tx) => {
    const owners = await lockOwners(tx);
    const member = await getMember(tx, memberId, true);
    if (member.role === 'owner' && remover.role !== 'owner') {
      throw new FaultError('permission.missing', { detail: { action: 'invite' } });
    }
    if (member.role === 'owner' && owners.length < 2) throw new FaultError('member.last_owner');
    await markMemberRemoved(tx, memberId);
    await revokeGrants(tx, memberId, remover.memberId, ctx.deps.clock.now());
    await deleteSavedSearchesOf(tx, memberId);
    await recordAudit(ctx, tx, {
      event: 'member.removed',
      memberId: remover.memberId,
      subject: `member:${memberId}`,
      detail: { role: roleText(member) },
    });
  });
}

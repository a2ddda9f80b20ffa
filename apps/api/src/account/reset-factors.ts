import { asPlatform, getMember, inTenant, listMemberships } from '@highwater/db';
import { FaultError } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { memberId } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';

export const resetFactorsInput = { params: z.strictObject({ memberId }) };

/**
 * Takes the second factors off a member's account who lost them and the recovery codes. Whoever may do this could, with
 * the member's password, become the member: an owner alone may, with a second factor of their own, for others, it is
 * mailed and written down, and only where the account opens nothing but this company. Throws `factor.shared` otherwise.
 */
export async function resetFactors(ctx: VerbContext, raw: RawInput): Promise<void> {
  const owner = authorise(ctx, 'manage_identity');
  const { params } = parseInput(resetFactorsInput, raw);
  if (owner.role !== 'owner') throw new FaultError('permission.missing', { detail: { action: 'manage_identity' } });
  if (params.memberId === owner.memberId) throw new FaultError('request.conflict');
  if (owner.user.factor === null) throw new FaultError('factor.own_first');
  const { database, identity } = ctx.deps;
  const member = await inTenant(database, owner.tenantId, (tx) => getMember(tx, params.memberId));
  const isShared = await asPlatform(
    database,
    'session look-up',
    async (tx) => (await listMemberships(tx, member.userId)).length > 1,
  );
  if (isShared) throw new FaultError('factor.shared');
  await inTenant(database, owner.tenantId, (tx) =>
    recordAudit(ctx, tx, { event: 'factor.reset', memberId: owner.memberId, subject: `member:${member.memberId}` }),
  );
  await identity.desk.resetFactors(member.userId, member.language ?? ctx.language);
}

import { getMember as findOne, inTenant } from '@highwater/db';
import { z } from '@hono/zod-openapi';
import { memberId } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { viewOneMember } from './view-member.ts';

export const getMemberInput = { params: z.strictObject({ memberId }) };

/** A member with its role and grants. */
export async function getMember(ctx: VerbContext, raw: RawInput) {
  const asker = authorise(ctx, 'see_members');
  const { params } = parseInput(getMemberInput, raw);
  return inTenant(ctx.deps.database, asker.tenantId, async (tx) =>
    viewOneMember(ctx, tx, asker, await findOne(tx, params.memberId)),
  );
}

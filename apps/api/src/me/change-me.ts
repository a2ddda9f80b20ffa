import { inTenant, updateMemberLanguage } from '@highwater/db';
import { z } from '@hono/zod-openapi';
import { language } from '../schemas/values.ts';
import { requireMember } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { getMe } from './get-me.ts';

export const changeMeInput = { body: z.strictObject({ language }) };

/** The language of a member's pages and mails in one company. */
export async function changeMe(ctx: VerbContext, raw: RawInput) {
  const member = requireMember(ctx);
  const { language } = parseInput(changeMeInput, raw).body;
  await inTenant(ctx.deps.database, member.tenantId, (tx) => updateMemberLanguage(tx, member.memberId, language));
  return getMe({ ...ctx, actor: { ...member, language } }, { ...raw, body: undefined });
}

import { z } from '@hono/zod-openapi';
import { newPassword, proof } from '../schemas/account.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { requireSelf } from './acting.ts';

export const proveInput = { body: z.strictObject({ proof }) };
export const changePasswordInput = { body: z.strictObject({ password: newPassword }) };

/** How one's own account is secured. */
export async function getSecurity(ctx: VerbContext, raw: RawInput) {
  const { user } = requireSelf(ctx);
  parseInput({}, raw);
  return ctx.deps.identity.desk.findSecurity(user);
}

/** Shows password or code again, so that the account can be changed for ten minutes. */
export async function prove(ctx: VerbContext, raw: RawInput): Promise<void> {
  const acting = requireSelf(ctx);
  await ctx.deps.identity.desk.prove(acting, parseInput(proveInput, raw).body.proof);
}

export async function changePassword(ctx: VerbContext, raw: RawInput): Promise<void> {
  const acting = requireSelf(ctx);
  await ctx.deps.identity.desk.changePassword(acting, parseInput(changePasswordInput, raw).body.password);
}

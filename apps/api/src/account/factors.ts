import { z } from '@hono/zod-openapi';
import { appCode, passkeyId, passkeyName } from '../schemas/account.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { requireSelf } from './acting.ts';

export const confirmTotpInput = { body: z.strictObject({ code: appCode }) };
export const removePasskeyInput = { params: z.strictObject({ passkeyId }) };
export const renamePasskeyInput = { ...removePasskeyInput, body: z.strictObject({ name: passkeyName }) };

/** A secret for an authenticator app. It counts once a code of it was shown; an older one that was not is replaced. */
export async function beginTotp(ctx: VerbContext, raw: RawInput) {
  const acting = requireSelf(ctx);
  parseInput({}, raw);
  return ctx.deps.identity.desk.beginTotp(acting);
}

export async function confirmTotp(ctx: VerbContext, raw: RawInput) {
  const acting = requireSelf(ctx);
  const { code } = parseInput(confirmTotpInput, raw).body;
  return { codes: await ctx.deps.identity.desk.confirmTotp(acting, code) };
}

export async function removeTotp(ctx: VerbContext, raw: RawInput): Promise<void> {
  const acting = requireSelf(ctx);
  parseInput({}, raw);
  await ctx.deps.identity.desk.removeTotp(acting);
}

export async function renewRecoveryCodes(ctx: VerbContext, raw: RawInput) {
  const acting = requireSelf(ctx);
  parseInput({}, raw);
  return { codes: await ctx.deps.identity.desk.renewRecoveryCodes(acting) };
}

export async function renamePasskey(ctx: VerbContext, raw: RawInput): Promise<void> {
  const acting = requireSelf(ctx);
  const { params, body } = parseInput(renamePasskeyInput, raw);
  await ctx.deps.identity.desk.renamePasskey(acting, params.passkeyId, body.name);
}

export async function removePasskey(ctx: VerbContext, raw: RawInput): Promise<void> {
  const acting = requireSelf(ctx);
  await ctx.deps.identity.desk.removePasskey(acting, parseInput(removePasskeyInput, raw).params.passkeyId);
}

import { z } from '@hono/zod-openapi';
import { sessionId } from '../schemas/account.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { requireSelf } from './acting.ts';
import { nameDevice } from './name-device.ts';

export const endSessionInput = { params: z.strictObject({ sessionId }) };

/** Where one is signed in, the last used first. */
export async function listSessions(ctx: VerbContext, raw: RawInput) {
  const { user } = requireSelf(ctx);
  parseInput({}, raw);
  const rows = await ctx.deps.identity.desk.listSessions(user);
  const items = rows.map(({ userAgent, ...row }) => ({
    ...row,
    ...nameDevice(userAgent),
    isThis: row.sessionId === user.sessionId,
  }));
  return { items };
}

/** Signs out one of one's own sessions, this one included. */
export async function endSession(ctx: VerbContext, raw: RawInput): Promise<void> {
  const acting = requireSelf(ctx);
  await ctx.deps.identity.desk.endSession(acting, parseInput(endSessionInput, raw).params.sessionId);
}

export async function endOtherSessions(ctx: VerbContext, raw: RawInput): Promise<void> {
  const acting = requireSelf(ctx);
  parseInput({}, raw);
  await ctx.deps.identity.desk.endOtherSessions(acting);
}

import { randomUUID } from 'node:crypto';
import { hashToken, makeToken } from '@highwater/crypto';
import { findSignOn, insertScimToken, inTenant, listScimTokens, revokeScimToken } from '@highwater/db';
import { FaultError } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { joiningRole } from '../schemas/single-sign-on.ts';
import { signOnId } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { viewScimTokens } from './view-single-sign-on.ts';

export const makeScimTokenInput = { body: z.strictObject({ signOnId, role: joiningRole }) };
export const revokeScimTokenInput = { params: z.strictObject({ tokenId: z.uuid() }) };

const SHOWN_CHARACTERS = 8;

/** A token for the provider; it stands in this answer and in no other. */
export async function makeScimToken(ctx: VerbContext, raw: RawInput) {
  const { tenantId, memberId } = authorise(ctx, 'manage_identity');
  const { body } = parseInput(makeScimTokenInput, raw);
  const { database, clock } = ctx.deps;
  const [tokenId, token] = [randomUUID(), `hws_${makeToken()}`];
  const prefix = token.slice(0, SHOWN_CHARACTERS);
  return inTenant(database, tenantId, async (tx) => {
    if ((await findSignOn(tx, body.signOnId)) === undefined) throw new FaultError('thing.missing');
    await insertScimToken(tx, {
      ...body,
      tokenId,
      prefix,
      tokenHash: hashToken(token),
      madeBy: memberId,
      madeAt: clock.now(),
    });
    const detail = { role: body.role, prefix };
    await recordAudit(ctx, tx, { event: 'scim_token.made', memberId, subject: `scim_token:${tokenId}`, detail });
    const [view] = await viewScimTokens(
      tx,
      (await listScimTokens(tx)).filter((one) => one.tokenId === tokenId),
    );
    if (view === undefined) throw new FaultError('internal');
    return { ...view, token };
  });
}

export async function endScimToken(ctx: VerbContext, raw: RawInput): Promise<void> {
  const { tenantId, memberId } = authorise(ctx, 'manage_identity');
  const { tokenId } = parseInput(revokeScimTokenInput, raw).params;
  await inTenant(ctx.deps.database, tenantId, async (tx) => {
    if (!(await revokeScimToken(tx, tokenId, ctx.deps.clock.now()))) throw new FaultError('thing.missing');
    await recordAudit(ctx, tx, { event: 'scim_token.revoked', memberId, subject: `scim_token:${tokenId}` });
  });
}

import { findEnabledSignOn, findTenant, inTenant } from '@highwater/db';
import { FaultError } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { linkToken } from '../schemas/values.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { isOpen, readOffer } from './find-offer.ts';

export const getOfferInput = { params: z.strictObject({ token: linkToken }) };

/** What an invitation offers, to whoever holds its link: it must be readable before signing up. Uses nothing up. */
export async function getOffer(ctx: VerbContext, raw: RawInput) {
  const { token } = parseInput(getOfferInput, raw).params;
  const { database, clock } = ctx.deps;
  const offer = await readOffer(database, token);
  if (!isOpen(offer, clock.now())) throw new FaultError('invitation.expired');
  const { tenant, signOn } = await inTenant(database, offer.tenantId, async (tx) => {
    return { tenant: await findTenant(tx), signOn: await findEnabledSignOn(tx) };
  });
  if (tenant === undefined || tenant.status !== 'active') throw new FaultError('thing.missing');
  const { inviterName, email, role, roleName, expiresAt } = offer;
  return {
    company: tenant.name,
    inviter: inviterName,
    email,
    role,
    roleName,
    expiresAt,
    hasSingleSignOn: signOn !== undefined,
  };
}

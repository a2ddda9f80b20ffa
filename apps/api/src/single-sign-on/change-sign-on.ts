import {
  enableSignOn,
  findSignOn,
  inTenant,
  listSignOnDomains,
  markSignOnRemoved,
  updateSignOn,
  type SignOnRow,
  type TenantTx,
} from '@highwater/db';
import { FaultError, type SignOnId } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { joiningRole } from '../schemas/single-sign-on.ts';
import { signOnId } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { viewSignOn } from './view-single-sign-on.ts';

const params = z.strictObject({ signOnId });
export const changeSignOnInput = {
  params,
  body: z.strictObject({ joinsAs: joiningRole.nullable(), isRequired: z.boolean() }),
};
export const oneSignOnInput = { params };

/** Who comes without an invitation, and whether people of the domains come this way only. */
export async function changeSignOn(ctx: VerbContext, raw: RawInput) {
  const { tenantId, memberId } = authorise(ctx, 'manage_identity');
  const { params: of, body } = parseInput(changeSignOnInput, raw);
  return inTenant(ctx.deps.database, tenantId, async (tx) => {
    await lockSignOn(tx, of.signOnId);
    await updateSignOn(tx, of.signOnId, body);
    const detail = { joinsAs: body.joinsAs ?? 'nobody', isRequired: body.isRequired ? 'yes' : 'no' };
    const subject = `sign_on:${of.signOnId}`;
    await recordAudit(ctx, tx, { event: 'single_sign_on.changed', memberId, subject, detail });
    return view(ctx, tx, of.signOnId);
  });
}

/** People come by this one from now on. Throws `single_sign_on.untested` without a proven domain and a good test. */
export async function enable(ctx: VerbContext, raw: RawInput) {
  const { tenantId, memberId } = authorise(ctx, 'manage_identity');
  const { signOnId: of } = parseInput(oneSignOnInput, raw).params;
  return inTenant(ctx.deps.database, tenantId, async (tx) => {
    const { testedAt, testProblem } = await lockSignOn(tx, of);
    const domains = await listSignOnDomains(tx);
    if (testedAt === null || testProblem !== null || domains.every(({ provenAt }) => provenAt === null)) {
      throw new FaultError('single_sign_on.untested');
    }
    await enableSignOn(tx, of, ctx.deps.clock.now());
    await recordAudit(ctx, tx, { event: 'single_sign_on.enabled', memberId, subject: `sign_on:${of}` });
    return view(ctx, tx, of);
  });
}

/** Nobody comes by it any more, and whoever did is signed out. */
export async function disable(ctx: VerbContext, raw: RawInput) {
  const { tenantId, memberId } = authorise(ctx, 'manage_identity');
  const { signOnId: of } = parseInput(oneSignOnInput, raw).params;
  const shown = await inTenant(ctx.deps.database, tenantId, async (tx) => {
    const { enabledAt } = await lockSignOn(tx, of);
    if (enabledAt !== null) {
      await enableSignOn(tx, null, ctx.deps.clock.now());
      await recordAudit(ctx, tx, { event: 'single_sign_on.disabled', memberId, subject: `sign_on:${of}` });
    }
    return { wasEnabled: enabledAt !== null, ...(await view(ctx, tx, of)) };
  });
  if (shown.wasEnabled) await ctx.deps.identity.signOnUsers.endSessions(tenantId);
  return shown;
}

/** Removes it with its secret; its tokens for memberships stop working. */
export async function removeSignOn(ctx: VerbContext, raw: RawInput): Promise<void> {
  const { tenantId, memberId } = authorise(ctx, 'manage_identity');
  const { signOnId: of } = parseInput(oneSignOnInput, raw).params;
  const wasEnabled = await inTenant(ctx.deps.database, tenantId, async (tx) => {
    const { enabledAt } = await lockSignOn(tx, of);
    await markSignOnRemoved(tx, of, ctx.deps.clock.now());
    await recordAudit(ctx, tx, { event: 'single_sign_on.removed', memberId, subject: `sign_on:${of}` });
    return enabledAt !== null;
  });
  if (wasEnabled) await ctx.deps.identity.signOnUsers.endSessions(tenantId);
}

async function lockSignOn(tx: TenantTx, of: SignOnId): Promise<SignOnRow> {
  const found = await findSignOn(tx, of, true);
  if (found === undefined) throw new FaultError('thing.missing');
  return found;
}

async function view({ deps }: VerbContext, tx: TenantTx, of: SignOnId) {
  const found = await findSignOn(tx, of);
  if (found === undefined) throw new FaultError('thing.missing');
  return viewSignOn(deps.portalUrl, found);
}

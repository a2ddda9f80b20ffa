import { findAddressRule, inTenant, isInsideRule, setAddressRule as writeRule, type TenantTx } from '@highwater/db';
import { FaultError } from '@highwater/domain';
import type { z } from '@hono/zod-openapi';
import { addressRuleToSet, type addressRuleView } from '../schemas/api-key.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';

export const setAddressRuleInput = { body: addressRuleToSet };

/** From where the company's people may work, and where the asker is. */
export async function getAddressRule(ctx: VerbContext, raw: RawInput) {
  const { tenantId } = authorise(ctx, 'manage_identity', { looks: true });
  parseInput({}, raw);
  return inTenant(ctx.deps.database, tenantId, (tx) => viewRule(ctx, tx));
}

/**
 * Replaces it, for everybody from the next request on. A rule that is on lets in who sets it, so that nobody locks
 * themselves out: else throws `address.own_missing`.
 */
export async function setAddressRule(ctx: VerbContext, raw: RawInput) {
  const { tenantId, memberId } = authorise(ctx, 'manage_identity');
  const { enabled, networks } = parseInput(setAddressRuleInput, raw).body;
  if (enabled && networks.length === 0) {
    throw new FaultError('request.malformed', { field: 'networks', detail: { issue: 'empty' } });
  }
  return inTenant(ctx.deps.database, tenantId, async (tx) => {
    const before = await findAddressRule(tx);
    await writeRule(tx, { enabled, networks }, { memberId, now: ctx.deps.clock.now() });
    if (!(await isInsideRule(tx, ctx.address))) {
      throw new FaultError('address.own_missing', { field: 'networks', detail: { address: ctx.address ?? '?' } });
    }
    const after = await viewRule(ctx, tx);
    const list = (rule: Pick<typeof after, 'networks'>) => rule.networks.map(({ network }) => network);
    await recordAudit(ctx, tx, {
      event: 'address_rule.changed',
      memberId,
      detail: {
        enabled,
        enabledBefore: before?.enabled ?? false,
        networks: list(after),
        networksBefore: before === undefined ? [] : list(before),
      },
    });
    return after;
  });
}

async function viewRule(ctx: VerbContext, tx: TenantTx): Promise<z.output<typeof addressRuleView>> {
  const rule = await findAddressRule(tx);
  const nothing = { enabled: false, networks: [], changedAt: null, changedBy: null };
  return { ...(rule ?? nothing), yourAddress: ctx.address };
}

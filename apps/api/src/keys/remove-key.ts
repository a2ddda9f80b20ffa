import { findKeyUse, inTenant, lockOpening, markKeyRemoved, type KeyUse } from '@highwater/db';
import { FaultError } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { connectionId, keyId } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';

export const removeKeyInput = { params: z.strictObject({ connectionId, keyId }) };

/** Takes a key out of the ring. Throws `key.needed` with the count, `key.only`. */
export async function removeKey(ctx: VerbContext, raw: RawInput): Promise<void> {
  const { tenantId, memberId } = authorise(ctx, 'connect');
  const { params } = parseInput(removeKeyInput, raw);
  await inTenant(ctx.deps.database, tenantId, async (tx) => {
    // No message is opened between looking and removing.
    await lockOpening(tx, params.connectionId);
    const use = await findKeyUse(tx, params.connectionId, params.keyId);
    if (use === undefined) throw new FaultError('thing.missing');
    refuseWhenNeeded(use);
    await markKeyRemoved(tx, params.connectionId, params.keyId, memberId, ctx.deps.clock.now());
    await recordAudit(ctx, tx, {
      event: 'key.removed',
      memberId,
      subject: `key:${params.keyId}`,
      detail: { connectionId: params.connectionId },
    });
  });
}

function refuseWhenNeeded({ publickeyVer, messages, waiting, otherKeys }: KeyUse): void {
  const count = publickeyVer === null ? waiting : messages;
  if (count > 0) throw new FaultError('key.needed', { detail: { count } });
  if (otherKeys === 0) throw new FaultError('key.only');
}

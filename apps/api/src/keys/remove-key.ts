import { inTenant, listKeys, lockOpening, markKeyRemoved } from '@highwater/db';
import { FaultError } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { connectionId, keyId } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { countNeeding } from './count-needing.ts';

export const removeKeyInput = { params: z.strictObject({ connectionId, keyId }) };

/** Takes a key out of the ring. Throws `key.needed` with the count, `key.only`. */
export async function removeKey(ctx: VerbContext, raw: RawInput): Promise<void> {
  const { tenantId, memberId } = authorise(ctx, 'connect');
  const { params } = parseInput(removeKeyInput, raw);
  await inTenant(ctx.deps.database, tenantId, async (tx) => {
    // No message is opened between looking and removing.
    await lockOpening(tx, params.connectionId);
    const [row] = await listKeys(tx, params.keyId);
    if (row?.connectionId !== params.connectionId) throw new FaultError('thing.missing');
    const count = countNeeding(row);
    if (count > 0) throw new FaultError('key.needed', { detail: { count } });
    if (row.otherKeys === 0) throw new FaultError('key.only');
    await markKeyRemoved(tx, params.connectionId, params.keyId, memberId, ctx.deps.clock.now());
    await recordAudit(ctx, tx, {
      event: 'key.removed',
      memberId,
      subject: `key:${params.keyId}`,
      detail: { connectionId: params.connectionId },
    });
  });
}

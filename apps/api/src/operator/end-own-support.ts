import { endSupport, findSupportRequest, inTenant } from '@highwater/db';
import { FaultError } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { supportRequestId } from '../schemas/support.ts';
import { tenantId } from '../schemas/values.ts';
import { requireOperator } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';

export const endOwnSupportInput = { params: z.strictObject({ tenantId, requestId: supportRequestId }) };

/** Takes back what the operator itself asked, or ends what it was let into. */
export async function endOwnSupport(ctx: VerbContext, raw: RawInput): Promise<void> {
  const { operatorId } = requireOperator(ctx);
  const { params } = parseInput(endOwnSupportInput, raw);
  await inTenant(ctx.deps.database, params.tenantId, async (tx) => {
    const request = await findSupportRequest(tx, params.requestId);
    if (request?.operatorId !== operatorId) throw new FaultError('thing.missing');
    const now = ctx.deps.clock.now();
    const ended = await endSupport(tx, params.requestId, { by: 'operator', memberId: null, now });
    if (!ended) throw new FaultError('support.decided');
    await recordAudit(ctx, tx, {
      event: 'support.ended',
      memberId: null,
      subject: `support:${params.requestId}`,
      detail: { request: request.number, by: 'operator' },
    });
  });
}

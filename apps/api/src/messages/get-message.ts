import { findMessage, inTenant } from '@highwater/db';
import { FaultError } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { messageId } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { matchQuotes } from './match-quotes.ts';
import { viewMessages } from './view-messages.ts';

export const getMessageInput = { params: z.strictObject({ messageId }) };

export async function getMessage(ctx: VerbContext, raw: RawInput) {
  const { tenantId, access, memberId } = authorise(ctx, 'view');
  const { params } = parseInput(getMessageInput, raw);
  return inTenant(ctx.deps.database, tenantId, async (tx) => {
    const row = await findMessage(tx, access, params.messageId);
    if (row === undefined) throw new FaultError('thing.missing');
    const views = await viewMessages(ctx, tx, [row], { withReceivers: true });
    const [view] = await matchQuotes(ctx, tx, access, row.conversationId, views);
    await recordAudit(ctx, tx, {
      event: 'message.viewed',
      memberId,
      subject: `message:${params.messageId}`,
      detail: { conversation: row.conversationId },
    });
    if (view === undefined) throw new FaultError('thing.missing');
    return view;
  });
}

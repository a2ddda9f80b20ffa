import { openPlaintext } from '@highwater/crypto';
import { findMessage, inTenant } from '@highwater/db';
import { FaultError } from '@highwater/domain';
import { readRawText } from '@highwater/wecom';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { getMessageInput } from './get-message.ts';

/** What WeCom sent of a message, character for character but for the keys of its files. For those who run the connection. */
export async function getOriginal(ctx: VerbContext, raw: RawInput) {
  const { tenantId, access, memberId } = authorise(ctx, 'view');
  authorise(ctx, 'connect');
  const { params } = parseInput(getMessageInput, raw);
  return inTenant(ctx.deps.database, tenantId, async (tx) => {
    const row = await findMessage(tx, access, params.messageId);
    if (row === undefined) throw new FaultError('thing.missing');
    await recordAudit(ctx, tx, {
      event: 'message.viewed',
      memberId,
      subject: `message:${row.messageId}`,
      detail: { conversation: row.conversationId, original: true },
    });
    const subkey = await ctx.deps.tenantKeys.subkey(tenantId, 'plaintext');
    const plaintext = openPlaintext(subkey, tenantId, row.messageId, row.sealedPlaintext);
    return { messageId: row.messageId, original: readRawText(plaintext) };
  });
}

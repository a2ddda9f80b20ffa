import { openAuditWords } from '@highwater/crypto';
import { inTenant, listSealedAudit } from '@highwater/db';
import { FaultError } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { REASON_EVENT } from './reason-event.ts';

export const openSearchWordsInput = { params: z.strictObject({ auditId: z.uuid() }) };

/** The words that somebody searched for; that they were opened is a line of the log itself. */
export async function openSearchWords(ctx: VerbContext, raw: RawInput) {
  authorise(ctx, 'see_audit');
  const { tenantId, memberId } = authorise(ctx, 'read_searches');
  const { auditId } = parseInput(openSearchWordsInput, raw).params;
  const key = await ctx.deps.tenantKeys.subkey(tenantId, 'audit');
  return inTenant(ctx.deps.database, tenantId, async (tx) => {
    const [row] = await listSealedAudit(tx, [auditId]);
    if (row === undefined || row.event === REASON_EVENT) throw new FaultError('thing.missing');
    await recordAudit(ctx, tx, { event: 'audit.words_opened', memberId, subject: `audit:${auditId}` });
    return { auditId, words: openAuditWords(key, tenantId, auditId, row.sealed) };
  });
}

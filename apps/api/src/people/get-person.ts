import { findPerson, inTenant } from '@highwater/db';
import { FaultError } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { connectionId, personKey } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { viewRecord } from './view-record.ts';

export const getPersonInput = { params: z.strictObject({ connectionId, personKey }) };

/** Everything known of one person whom the reader may see, with how it was before. */
export async function getPerson(ctx: VerbContext, raw: RawInput) {
  const { tenantId, access, memberId } = authorise(ctx, 'view');
  const { params } = parseInput(getPersonInput, raw);
  return inTenant(ctx.deps.database, tenantId, async (tx) => {
    const row = await findPerson(tx, access, params);
    if (row === undefined) throw new FaultError('thing.missing');
    await recordAudit(ctx, tx, { event: 'person.viewed', memberId, subject: `person:${params.personKey}` });
    return viewRecord(ctx, tx, access, row);
  });
}

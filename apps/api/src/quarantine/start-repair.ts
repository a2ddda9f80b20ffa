import { randomUUID } from 'node:crypto';
import { findRepair, inTenant, startRepair, type RepairRow } from '@highwater/db';
import { FaultError, type RepairId } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { getConnectionRow } from '../connections/view-connection.ts';
import { cause } from '../schemas/quarantine.ts';
import { connectionId } from '../schemas/values.ts';
import { authorise, type AuthorisedMember } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { VERSIONS } from './list-quarantined.ts';

export const reopenInput = {
  body: z.strictObject({
    connectionId,
    cause: cause.optional(),
    publickeyVer: z.int().min(VERSIONS.min).max(VERSIONS.max).optional(),
  }),
};
export const reparseInput = { body: z.strictObject({ connectionId, among: z.enum(['all', 'unknown']) }) };

/** Has the envelopes of a part of the quarantine opened once more. Asked for again while under way, it begins again. */
export async function reopenQuarantine(ctx: VerbContext, raw: RawInput) {
  const member = authorise(ctx, 'connect');
  const { body } = parseInput(reopenInput, raw);
  const scope = { cause: body.cause ?? null, publickeyVer: body.publickeyVer ?? null };
  return start(ctx, member, { connectionId: body.connectionId, work: 'reopen', ...scope, among: null });
}

/** Has kept messages parsed again with today's parser: all of a connection, or those of unknown type. */
export async function reparseMessages(ctx: VerbContext, raw: RawInput) {
  const member = authorise(ctx, 'connect');
  const { body } = parseInput(reparseInput, raw);
  return start(ctx, member, { ...body, work: 'reparse', cause: null, publickeyVer: null });
}

async function start(
  ctx: VerbContext,
  { tenantId, memberId }: AuthorisedMember,
  run: Pick<RepairRow, 'connectionId' | 'work' | 'cause' | 'publickeyVer' | 'among'>,
): Promise<RepairRow> {
  const { clock, database, enqueue } = ctx.deps;
  return inTenant(database, tenantId, async (tx) => {
    await getConnectionRow(tx, run.connectionId);
    const id = randomUUID() as RepairId;
    const runId = await startRepair(tx, { ...run, runId: id, askedBy: memberId, now: clock.now() });
    const state = runId === undefined ? undefined : await findRepair(tx, runId);
    if (runId === undefined || state === undefined) throw new FaultError('request.conflict');
    const { cause: ofCause, publickeyVer, among } = run;
    await recordAudit(ctx, tx, {
      event: run.work === 'reopen' ? 'quarantine.reopened' : 'messages.reparsed',
      memberId,
      subject: `connection:${run.connectionId}`,
      detail: {
        ...(ofCause === null ? {} : { cause: ofCause }),
        ...(publickeyVer === null ? {} : { publickeyVer }),
        ...(among === null ? {} : { among }),
      },
    });
    await enqueue(tx, run.work === 'reopen' ? 'reopen-pages' : 'reparse-messages', { tenantId, runId });
    return state;
  });
}

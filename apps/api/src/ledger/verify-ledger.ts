import { askForLedgerCheck, findLedgerCheck, inTenant } from '@highwater/db';
import { FaultError } from '@highwater/domain';
import { waitFor } from '../connections/wait-for.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { oneLedgerInput } from './download-ledger.ts';
import { getLedgerEnd } from './list-ledger-days.ts';
import { viewCheck } from './view-ledger.ts';

/**
 * Has every stored page compared with the ledger from page 1, days and signatures included. Answers the result, or how
 * far it is when it takes long: the worker goes on, and `getCompleteness` says the end.
 */
export async function verifyLedger(ctx: VerbContext, raw: RawInput) {
  const { tenantId, memberId } = authorise(ctx, 'see_completeness');
  const { connectionId } = parseInput(oneLedgerInput, raw).params;
  const { clock, database, enqueue, waits } = ctx.deps;
  const end = await inTenant(database, tenantId, async (tx) => {
    const found = await getLedgerEnd(tx, connectionId);
    const detail = { pages: found.pages };
    await recordAudit(ctx, tx, { event: 'ledger.verified', memberId, subject: `connection:${connectionId}`, detail });
    await askForLedgerCheck(tx, connectionId, clock.now());
    await enqueue(tx, 'check-ledger', { tenantId, connectionId });
    return found;
  });
  const look = () => inTenant(database, tenantId, (tx) => findLedgerCheck(tx, connectionId));
  const waiting = { longestMs: waits.preflightMs, pollMs: waits.pollMs, signal: ctx.signal };
  const ended = await waitFor(async () => {
    const check = await look();
    if (check === undefined || check.askedAt !== null) return undefined;
    return check.finishedAt === null && check.wrongPage === null ? undefined : check;
  }, waiting);
  const check = ended ?? (await look());
  if (check === undefined) throw new FaultError('thing.missing');
  return viewCheck(check, Math.max(end.pages, check.page));
}

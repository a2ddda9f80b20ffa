import { readLedgerKeys } from '@highwater/crypto';
import { findAuditPlace, inTenant, saveAuditCheck, verifyAudit as verify, type AuditVerifyPlace } from '@highwater/db';
import { FaultError } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';

/** Rows that one request looks at, about two seconds of work; the answer says where the next one goes on. */
const MOST_ROWS = 100_000;

export const verifyAuditInput = {
  query: z.strictObject({
    after: z.coerce.number().int().positive().max(2_147_483_647).optional(),
    /** Every link was looked at: go on with rows that may have none. */
    afterRow: z.uuid().optional(),
  }),
};

/** Compares the company's log with its chain and its signed checkpoints, and names what does not agree. */
export async function verifyAudit(ctx: VerbContext, raw: RawInput) {
  const { tenantId, memberId } = authorise(ctx, 'see_audit');
  const { after, afterRow } = parseInput(verifyAuditInput, raw).query;
  if (after !== undefined && afterRow !== undefined) throw new FaultError('request.malformed', { field: 'afterRow' });
  const { clock, database, enqueue, ledgerPublicKeys } = ctx.deps;
  const from = await inTenant(database, tenantId, async (tx): Promise<AuditVerifyPlace | undefined> => {
    // A reading in several requests is one.
    if (afterRow === undefined && after === undefined) {
      await recordAudit(ctx, tx, { event: 'audit.verified', memberId });
    }
    if (afterRow !== undefined) return { row: afterRow };
    if (after === undefined) return undefined;
    const link = await findAuditPlace(tx, after);
    if (link === undefined) throw new FaultError('thing.missing');
    return { link };
  });
  const keys = readLedgerKeys(ledgerPublicKeys);
  const found = await verify(database, tenantId, { keys, now: clock.now(), from, mostRows: MOST_ROWS });
  const { chainedTo, rows, checkpoint, problems, problemCount, next } = found;
  const isWhole = from === undefined && next === null;
  if (isWhole || problemCount > 0) {
    const check = { checkedAt: clock.now(), position: found.end.position, problems: problemCount };
    await inTenant(database, tenantId, async (tx) => {
      for (const owner of await saveAuditCheck(tx, check))
        await enqueue(tx, 'send-break-mail', { tenantId, memberId: owner });
    });
  }
  const nextAfter = next !== null && 'link' in next ? next.link.position : null;
  const nextRow = next !== null && 'row' in next ? next.row : null;
  return { chainedTo, rows, checkpoint, problems, problemCount, nextAfter, nextRow };
}

import { readLedgerKeys } from '@highwater/crypto';
import { findAuditPlace, inTenant, verifyAudit as verify } from '@highwater/db';
import { FaultError } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';

/** Rows that one request looks at, about two seconds of work; the answer says where the next one goes on. */
const MOST_ROWS = 100_000;

export const verifyAuditInput = {
  query: z.strictObject({ after: z.coerce.number().int().positive().max(2_147_483_647).optional() }),
};

/** Compares the company's log with its chain and its signed checkpoints, and names what does not agree. */
export async function verifyAudit(ctx: VerbContext, raw: RawInput) {
  const { tenantId, memberId } = authorise(ctx, 'see_audit');
  const { after } = parseInput(verifyAuditInput, raw).query;
  const { clock, database, ledgerPublicKeys } = ctx.deps;
  const from = await inTenant(database, tenantId, async (tx) => {
    await recordAudit(ctx, tx, { event: 'audit.verified', memberId, detail: { after: after ?? 0 } });
    return after === undefined ? undefined : await findAuditPlace(tx, after);
  });
  if (after !== undefined && from === undefined) throw new FaultError('thing.missing');
  const keys = readLedgerKeys(ledgerPublicKeys);
  const found = await verify(database, tenantId, { keys, now: clock.now(), from, mostRows: MOST_ROWS });
  const { chainedTo, rows, checkpoint, problems, problemCount } = found;
  const nextAfter = found.isWhole ? null : found.end.position;
  return { chainedTo, rows, checkpoint, problems, problemCount, nextAfter };
}

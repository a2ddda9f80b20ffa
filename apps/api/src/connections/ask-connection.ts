import { claimPull, inTenant } from '@highwater/db';
import { FaultError } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { connectionId } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { secondsToWait } from './seconds-to-wait.ts';
import { getConnectionRow, viewConnection } from './view-connection.ts';
import { waitFor } from './wait-for.ts';

export const askConnectionInput = { params: z.strictObject({ connectionId }) };

/** Has every step of a connection checked again and answers what the worker found, or the last results when it takes long. */
export async function runPreflight(ctx: VerbContext, raw: RawInput) {
  const { tenantId, memberId } = authorise(ctx, 'connect');
  const { connectionId } = parseInput(askConnectionInput, raw).params;
  const { clock, database, enqueue, waits } = ctx.deps;
  const askedAt = clock.now();
  await inTenant(database, tenantId, async (tx) => {
    await getConnectionRow(tx, connectionId);
    await recordAudit(ctx, tx, { event: 'preflight.requested', memberId, subject: `connection:${connectionId}` });
    await enqueue(tx, 'run-preflight', { tenantId, connectionId });
  });
  const look = () => inTenant(database, tenantId, (tx) => getConnectionRow(tx, connectionId));
  const waiting = { longestMs: waits.preflightMs, pollMs: waits.pollMs, signal: ctx.signal };
  const checked = await waitFor(async () => {
    const row = await look();
    return row.checks.some(({ checkedAt }) => checkedAt >= askedAt) ? row : undefined;
  }, waiting);
  return viewConnection(ctx, checked ?? (await look()));
}

/**
 * Has new messages fetched now instead of at the next turn. Throws `pull.too_soon` with the seconds left: what WeCom has
 * since the last time is a few seconds old, and every question counts against the corp's limit.
 */
export async function pullNow(ctx: VerbContext, raw: RawInput): Promise<void> {
  const { tenantId, memberId } = authorise(ctx, 'connect');
  const { connectionId } = parseInput(askConnectionInput, raw).params;
  const { clock, database, enqueue, pullCooldownMs } = ctx.deps;
  await inTenant(database, tenantId, async (tx) => {
    await getConnectionRow(tx, connectionId);
    const now = clock.now();
    const askedAt = await claimPull(tx, connectionId, now, pullCooldownMs);
    if (askedAt !== null) {
      const seconds = Math.max(1, secondsToWait(askedAt, now, pullCooldownMs));
      throw new FaultError('pull.too_soon', { detail: { seconds } });
    }
    await recordAudit(ctx, tx, { event: 'pull.requested', memberId, subject: `connection:${connectionId}` });
    await enqueue(tx, 'pull-archive', { tenantId, connectionId });
  });
}

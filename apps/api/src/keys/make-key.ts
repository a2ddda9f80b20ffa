import { inTenant, listKeys } from '@highwater/db';
import type { KeyId } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { getConnectionRow } from '../connections/view-connection.ts';
import { waitFor } from '../connections/wait-for.ts';
import { connectionId } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { repeatableId } from '../verbs/repeatable-id.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { viewKey } from './view-key.ts';

export const makeKeyInput = { params: z.strictObject({ connectionId }) };

/**
 * Has a key pair made for a connection and answers it once the worker has proven it on itself: only the worker ever sees
 * the private half. The worker writes the audit line, in the transaction that keeps the pair.
 */
export async function makeKey(ctx: VerbContext, raw: RawInput) {
  const { tenantId, memberId } = authorise(ctx, 'connect');
  const { params } = parseInput(makeKeyInput, raw);
  const { database, enqueue, waits } = ctx.deps;
  const keyId = repeatableId(ctx, `${tenantId} ${memberId} ${params.connectionId}`, 'key') as KeyId;
  await inTenant(database, tenantId, async (tx) => {
    await getConnectionRow(tx, params.connectionId);
    if ((await listKeys(tx, keyId)).length > 0) return;
    await enqueue(tx, 'make-key', { tenantId, connectionId: params.connectionId, keyId, memberId });
  });
  const waiting = { longestMs: waits.preflightMs, pollMs: waits.pollMs, signal: ctx.signal };
  const row = await waitFor(async () => (await inTenant(database, tenantId, (tx) => listKeys(tx, keyId)))[0], waiting);
  return { key: row === undefined ? null : viewKey(row) };
}

import { randomUUID } from 'node:crypto';
import { importKeyPair, privateKeyPlace, sealToBox } from '@highwater/crypto';
import { countQuarantined, insertConnectionKey, lockOpening, startRepair, type TenantTx } from '@highwater/db';
import { FaultError, type ConnectionId, type KeyId, type RepairId } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { getConnectionRow } from '../connections/view-connection.ts';
import { connectionId } from '../schemas/values.ts';
import { authorise, type AuthorisedMember } from '../verbs/authorise.ts';
import { inTenantOnce } from '../verbs/in-tenant-once.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { getKey } from './view-key.ts';

/** A PEM of RSA-2048 has about 1,700 characters; pasting adds blank ones. */
const LONGEST_PEM = 8192;

export const importKeyInput = {
  params: z.strictObject({ connectionId }),
  body: z.strictObject({
    privateKeyPem: z.string().max(LONGEST_PEM).openapi({ description: 'PKCS#1 or PKCS#8, RSA-2048, no passphrase.' }),
    note: z.string().trim().min(1).max(200).optional(),
  }),
};

/**
 * Puts a private key from a vendor before into the ring, sealed to the worker before anything else happens, and has
 * everything tried with it that waits for a key. Throws `key.malformed`, `key.known`.
 */
export async function importKey(ctx: VerbContext, raw: RawInput) {
  const member = authorise(ctx, 'connect');
  const { params, body } = parseInput(importKeyInput, raw);
  const { tenantId, memberId } = member;
  const { publicPem, privatePem } = importKeyPair(body.privateKeyPem);
  const keyId = randomUUID() as KeyId;
  const privateSealed = sealToBox(
    ctx.deps.workerBoxPublicKey,
    privateKeyPlace(tenantId, keyId),
    Buffer.from(privatePem),
  );
  const note = body.note ?? null;
  const operation = { route: 'POST /keys/import', request: { ...params, publicPem, note } };
  return inTenantOnce(ctx, member, operation, async (tx) => {
    await getConnectionRow(tx, params.connectionId);
    // Whatever is being opened now is sealed before the count below, or sees this key when it is kept.
    await lockOpening(tx, params.connectionId);
    const key = { ...params, keyId, publicPem, privateSealed, now: ctx.deps.clock.now() };
    if (!(await insertConnectionKey(tx, { ...key, origin: 'imported', note, addedBy: memberId }))) {
      throw new FaultError('key.known', { field: 'privateKeyPem' });
    }
    await recordAudit(ctx, tx, {
      event: 'key.imported',
      memberId,
      subject: `key:${keyId}`,
      detail: { connectionId: params.connectionId },
    });
    await reopen(ctx, tx, member, params.connectionId);
    return getKey(tx, keyId);
  });
}

async function reopen(
  { deps }: VerbContext,
  tx: TenantTx,
  { tenantId, memberId }: AuthorisedMember,
  ofConnection: ConnectionId,
): Promise<void> {
  for (const cause of ['key_missing', 'key_wrong'] as const) {
    const scope = { cause, publickeyVer: null };
    if ((await countQuarantined(tx, ofConnection, scope)) === 0) continue;
    const run = { ...scope, connectionId: ofConnection, work: 'reopen', among: null, askedBy: memberId } as const;
    const runId = await startRepair(tx, { ...run, runId: randomUUID() as RepairId, now: deps.clock.now() });
    if (runId !== undefined) await deps.enqueue(tx, 'reopen-pages', { tenantId, runId });
  }
}

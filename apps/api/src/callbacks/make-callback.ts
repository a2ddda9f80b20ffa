import { hashToken, makeCallbackSecrets, makeToken, sealCallbackSecrets } from '@highwater/crypto';
import { inTenant, saveCallbackPath } from '@highwater/db';
import { z } from '@hono/zod-openapi';
import { getConnectionRow } from '../connections/view-connection.ts';
import { connectionId } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { callbackUrl } from './callback-address.ts';

export const makeCallbackInput = { params: z.strictObject({ connectionId }) };

/**
 * Makes address, Token and EncodingAESKey for WeCom's console. They are in this answer and in no other; the ones before
 * stop working with it.
 */
export async function makeCallback(ctx: VerbContext, raw: RawInput) {
  const { tenantId, memberId } = authorise(ctx, 'connect');
  const { params } = parseInput(makeCallbackInput, raw);
  const { database, clock, tenantKeys, portalUrl } = ctx.deps;
  const [pathToken, secrets] = [makeToken(), makeCallbackSecrets()];
  const sealed = sealCallbackSecrets(
    await tenantKeys.subkey(tenantId, 'callback'),
    tenantId,
    params.connectionId,
    secrets,
  );
  const setAt = clock.now();
  await inTenant(database, tenantId, async (tx) => {
    await getConnectionRow(tx, params.connectionId);
    const path = { pathHash: hashToken(pathToken), secretsSealed: sealed, setAt, setBy: memberId };
    await saveCallbackPath(tx, params.connectionId, path);
    await recordAudit(ctx, tx, { event: 'callback.made', memberId, subject: `connection:${params.connectionId}` });
  });
  return { url: callbackUrl(portalUrl, pathToken), ...secrets, setAt };
}

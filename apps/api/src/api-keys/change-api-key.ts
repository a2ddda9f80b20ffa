import {
  findApiKey,
  inTenant,
  revokeApiKey as endApiKey,
  rotateApiKey as giveSecret,
  updateApiKey,
} from '@highwater/db';
import { FaultError } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { requireProof } from '../identity/require-proof.ts';
import { apiKeyChange } from '../schemas/api-key.ts';
import { apiKeyId } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { makeKeyText } from './key-text.ts';
import { viewOneApiKey } from './view-one-api-key.ts';

const params = z.strictObject({ keyId: apiKeyId });

export const oneApiKeyInput = { params };
export const changeApiKeyInput = { params, body: apiKeyChange };

/** How long the secret before a rotation opens besides the new one: time to put the new one in place. */
const OVERLAP_MS = 24 * 3_600_000;

/** Changes name, networks or end of a key. It never lasts longer for it: throws `request.malformed`. */
export async function changeApiKey(ctx: VerbContext, raw: RawInput) {
  const changer = authorise(ctx, 'manage_keys');
  const { params: at, body } = parseInput(changeApiKeyInput, raw);
  return inTenant(ctx.deps.database, changer.tenantId, async (tx) => {
    const before = await findApiKey(tx, at.keyId);
    if (before === undefined) throw new FaultError('thing.missing');
    if (before.revokedAt !== null) throw new FaultError('request.conflict');
    const { name = before.name, networks = before.networks, expiresAt = before.expiresAt } = body;
    if (expiresAt > before.expiresAt) {
      throw new FaultError('request.malformed', { field: 'expiresAt', detail: { issue: 'later' } });
    }
    // An end that is over already ends it now.
    const end = Math.max(expiresAt, before.madeAt + 1);
    if (!(await updateApiKey(tx, at.keyId, { name, networks, expiresAt: end })))
      throw new FaultError('request.conflict');
    await recordAudit(ctx, tx, {
      event: 'api_key.changed',
      memberId: changer.memberId,
      subject: `api_key:${at.keyId}`,
      detail: { name, networks, networksBefore: before.networks, expires: new Date(end).toISOString() },
    });
    return viewOneApiKey(ctx, tx, changer, at.keyId);
  });
}

/**
 * A new secret for the same key; the one before opens for another day. Only for who made it, because a key has its maker's
 * rights: throws `api_key.of_another`.
 */
export async function rotateApiKey(ctx: VerbContext, raw: RawInput) {
  const maker = authorise(ctx, 'manage_keys');
  const { params: at } = parseInput(oneApiKeyInput, raw);
  const now = ctx.deps.clock.now();
  requireProof(maker.user, now);
  return inTenant(ctx.deps.database, maker.tenantId, async (tx) => {
    const before = await findApiKey(tx, at.keyId);
    if (before === undefined) throw new FaultError('thing.missing');
    if (before.madeBy !== maker.memberId) throw new FaultError('api_key.of_another');
    const { text, secretHash } = makeKeyText(before.prefix);
    if (!(await giveSecret(tx, at.keyId, { secretHash, formerUntil: now + OVERLAP_MS, now }))) {
      throw new FaultError('request.conflict');
    }
    await recordAudit(ctx, tx, {
      event: 'api_key.rotated',
      memberId: maker.memberId,
      subject: `api_key:${at.keyId}`,
      detail: { name: before.name },
    });
    return { key: await viewOneApiKey(ctx, tx, maker, at.keyId), secret: text };
  });
}

/** Ends a key at once, both of its secrets; again does nothing. */
export async function revokeApiKey(ctx: VerbContext, raw: RawInput): Promise<void> {
  const { tenantId, memberId } = authorise(ctx, 'manage_keys');
  const { params: at } = parseInput(oneApiKeyInput, raw);
  await inTenant(ctx.deps.database, tenantId, async (tx) => {
    const before = await findApiKey(tx, at.keyId);
    if (before === undefined) throw new FaultError('thing.missing');
    if (!(await endApiKey(tx, at.keyId, memberId, ctx.deps.clock.now()))) return;
    await recordAudit(ctx, tx, {
      event: 'api_key.revoked',
      memberId,
      subject: `api_key:${at.keyId}`,
      detail: { name: before.name },
    });
  });
}

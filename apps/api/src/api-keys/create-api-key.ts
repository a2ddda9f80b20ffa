import { randomUUID } from 'node:crypto';
import { getMember, insertApiKey, inTenant, listGrantsOf, type OfferedGrant, type TenantTx } from '@highwater/db';
import { FaultError, MESSAGE_ACTIONS, type ApiKeyId, type KeyAction, type UnixMs } from '@highwater/domain';
import { conditionCovers, isMessageAction } from '@highwater/permissions';
import { beyond, checkActions } from '../grants/check-gift.ts';
import { readTerms, termsText } from '../grants/read-terms.ts';
import { requireProof } from '../identity/require-proof.ts';
import { rightsOf } from '../actor/rights.ts';
import { newApiKey } from '../schemas/api-key.ts';
import { authorise, type AuthorisedMember } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { makeKeyText } from './key-text.ts';
import { viewOneApiKey } from './view-one-api-key.ts';

export const createApiKeyInput = { body: newApiKey };

const YEAR_MS = 366 * 86_400_000;

/**
 * Makes a key for the member who asks. The answer is the only place where its secret ever stands, so it is not kept for a
 * repeated request: who asks again gets another key. Throws `rights.beyond_own`, `proof.needed`.
 */
export async function createApiKey(ctx: VerbContext, raw: RawInput) {
  const maker = authorise(ctx, 'manage_keys');
  const { body } = parseInput(createApiKeyInput, raw);
  const now = ctx.deps.clock.now();
  requireProof(maker.user, now);
  if (body.expiresAt <= now) throw malformed('expiresAt', 'past');
  if (body.expiresAt > now + YEAR_MS) throw malformed('expiresAt', 'too_late');
  checkActions(maker, [], body.scopes);
  const { name, purpose, scopes, networks, expiresAt } = body;
  const { prefix, text, secretHash } = makeKeyText();
  const keyId = randomUUID() as ApiKeyId;
  const opensMessages = scopes.some(isMessageAction);
  if (opensMessages && body.grants.length === 0) throw malformed('grants', 'empty');
  const key = await inTenant(ctx.deps.database, maker.tenantId, async (tx) => {
    const grants: OfferedGrant[] = [];
    for (const asked of opensMessages ? body.grants : []) grants.push(await readTerms(tx, asked, now));
    await checkReach(tx, maker, { scopes, grants, now });
    await insertApiKey(tx, {
      keyId,
      prefix,
      name,
      purpose,
      secretHash,
      scopes,
      grants,
      networks,
      expiresAt,
      madeBy: maker.memberId,
      madeAt: now,
    });
    await recordAudit(ctx, tx, {
      event: 'api_key.created',
      memberId: maker.memberId,
      subject: `api_key:${keyId}`,
      detail: {
        name,
        prefix,
        scopes,
        networks,
        expires: new Date(expiresAt).toISOString(),
        grants: grants.flatMap(termsText),
      },
    });
    return viewOneApiKey(ctx, tx, maker, keyId);
  });
  return { key, secret: text };
}

/** Everything means everything that its maker may see; what is named must be within that. */
async function checkReach(
  tx: TenantTx,
  maker: AuthorisedMember,
  { scopes, grants, now }: { scopes: readonly KeyAction[]; grants: readonly OfferedGrant[]; now: UnixMs },
): Promise<void> {
  const named = grants.filter(({ isEverything }) => !isEverything);
  const { personKey } = await getMember(tx, maker.memberId);
  const resolved = await listGrantsOf(tx, { personKey, grants: named });
  const rights = rightsOf({ actions: scopes, reach: 'granted', grants: resolved }, now);
  for (const action of MESSAGE_ACTIONS) {
    if (!conditionCovers(maker.rights.access(action), rights.access(action))) throw beyond(action);
  }
}

function malformed(field: string, issue: string): FaultError {
  return new FaultError('request.malformed', { field, detail: { issue } });
}

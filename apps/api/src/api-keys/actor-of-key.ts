import {
  asPlatform,
  findApiKeyByPrefix,
  findApiKeyToOpen,
  findMember,
  grantMemoryOf,
  inTenant,
  listGrantsOf,
  noteApiKeyUse,
  type ApiKeyToOpen,
  type TenantTx,
} from '@highwater/db';
import { FaultError, type TenantId, type UnixMs } from '@highwater/domain';
import { rightsOfMember } from '@highwater/permissions';
import type { KeyActor, Origin } from '../actor/actor.ts';
import { noteOutside } from '../actor/note-outside.ts';
import { rightsOf } from '../actor/rights.ts';
import type { ApiDeps } from '../api-deps.ts';
import { isSecret, readKeyText } from './key-text.ts';
import { rightsOfKey } from './rights-of-key.ts';

type Deps = Pick<ApiDeps, 'database' | 'clock'>;

/**
 * A program by its key, read anew for every request: what was taken away from the key or from its maker holds at once.
 * Throws `api_key.refused` for every key that opens nothing, whyever it does not, and `api_key.outside`.
 */
export async function actorOfKey(deps: Deps, shown: string, origin: Origin): Promise<KeyActor> {
  const read = readKeyText(shown);
  if (read === null) throw new FaultError('api_key.refused');
  const place = await asPlatform(deps.database, 'key look-up', (tx) => findApiKeyByPrefix(tx, read.prefix), {
    prepares: true,
  });
  if (place === undefined) throw new FaultError('api_key.refused');
  const { tenantId, keyId } = place;
  const now = deps.clock.now();
  const found = await inTenant(
    deps.database,
    tenantId,
    async (tx) => {
      const key = await findApiKeyToOpen(tx, keyId, { address: origin.address, now });
      if (key === undefined || !opens(key, read.secretHash, now)) return undefined;
      if (!key.letsIn) return key;
      await noteApiKeyUse(tx, keyId, origin.address, now);
      return actorInCompany(deps, tx, key, now);
    },
    { prepares: true },
  );
  if (found === undefined) throw new FaultError('api_key.refused');
  if ('kind' in found) return found;
  const refused = { event: 'api_key.refused', memberId: found.madeBy, subject: `api_key:${keyId}` } as const;
  await noteOutside(deps, tenantId, { ...refused, detail: { apiKeyName: found.name } }, origin);
  throw new FaultError('api_key.outside', { detail: { address: origin.address ?? '?' } });
}

/** The secret before the last rotation opens for a while. */
function opens({ secretHash, formerHash, formerUntil }: ApiKeyToOpen, shown: Buffer, now: UnixMs): boolean {
  const [isPresent, isFormer] = [isSecret(shown, secretHash), isSecret(shown, formerHash)];
  return isPresent || (isFormer && formerUntil !== null && now < formerUntil);
}

async function actorInCompany(
  { database }: Deps,
  tx: TenantTx,
  key: ApiKeyToOpen,
  now: UnixMs,
): Promise<KeyActor | undefined> {
  const maker = await findMember(tx, key.madeBy);
  if (maker === undefined) return undefined;
  const memory = grantMemoryOf(database);
  const makers = rightsOf({ ...rightsOfMember(maker), grants: await listGrantsOf(tx, maker, memory) }, now);
  const { personKey, memberId, role, customRole, language } = maker;
  const own = await listGrantsOf(tx, { personKey, grants: key.grants }, memory);
  const tenantId: TenantId = tx.tenantId;
  return {
    kind: 'key',
    key: { keyId: key.keyId, name: key.name },
    tenantId,
    memberId,
    role,
    customRole,
    language,
    grants: [],
    rights: rightsOfKey(makers, key.scopes, own, now),
    ...NOBODYS_SESSION,
    user: { ...NOBODYS_ACCOUNT, userId: maker.userId, name: maker.name, email: maker.email },
  };
}

const NOBODYS_SESSION = {
  memberships: [],
  // What the key is for was said when it was made, and each line of the log names the key.
  reason: { sessionId: '', hours: null, auditId: null, givenAt: null, until: null },
} as const;

const NOBODYS_ACCOUNT = { sessionId: '', factor: null, tenantId: null, signedInAt: 0, provenAt: null } as const;

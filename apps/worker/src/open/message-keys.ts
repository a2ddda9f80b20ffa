import { createSearchHasher, type SearchHasher, type TenantKeys } from '@highwater/crypto';
import type { TenantId } from '@highwater/domain';

/** The subkeys that turn a plaintext into rows. */
export interface MessageKeys {
  readonly tenantId: TenantId;
  readonly messageId: Uint8Array;
  readonly conversationId: Uint8Array;
  readonly plaintext: Uint8Array;
  readonly fileId: Uint8Array;
  readonly hashToken: SearchHasher;
}

/** Tenants whose hashed tokens stay in memory; each up to about 5 MB. */
const HELD_HASHERS = 16;

/** Collects a tenant's message keys. The hasher of a tenant that was used lately keeps its memory. */
export function createMessageKeys(tenantKeys: TenantKeys): (tenantId: TenantId) => Promise<MessageKeys> {
  const hashers = new Map<TenantId, { readonly subkey: Uint8Array; readonly hash: SearchHasher }>();

  function hasherOf(tenantId: TenantId, subkey: Uint8Array): SearchHasher {
    const known = hashers.get(tenantId);
    hashers.delete(tenantId);
    const entry = known?.subkey === subkey ? known : { subkey, hash: createSearchHasher(subkey) };
    hashers.set(tenantId, entry);
    const [oldest] = hashers.keys();
    if (hashers.size > HELD_HASHERS && oldest !== undefined) hashers.delete(oldest);
    return entry.hash;
  }

  return async (tenantId) => ({
    tenantId,
    messageId: await tenantKeys.subkey(tenantId, 'message-id'),
    conversationId: await tenantKeys.subkey(tenantId, 'conversation-id'),
    plaintext: await tenantKeys.subkey(tenantId, 'plaintext'),
    fileId: await tenantKeys.subkey(tenantId, 'sdkfileid'),
    hashToken: hasherOf(tenantId, await tenantKeys.subkey(tenantId, 'search')),
  });
}

import type { TenantId } from '@highwater/domain';
import { createSearchHasher, type SearchHasher } from '../tokens/search-hasher.ts';
import type { TenantKeys } from './create-tenant-keys.ts';

/** The search hasher of a tenant. Throws `thing.missing` when the tenant has no data key (any more). */
export type SearchHashers = (tenantId: TenantId) => Promise<SearchHasher>;

/**
 * Keeps the hashers, with the tokens that they remember, of the tenants used last (`capacity`, 16 unless set: each up
 * to about 1 MB). A hasher goes when its tenant's keys are forgotten or made anew.
 */
export function createSearchHashers(tenantKeys: TenantKeys, { capacity = 16 } = {}): SearchHashers {
  const held = new Map<TenantId, { readonly subkey: Uint8Array; readonly hash: SearchHasher }>();
  return async (tenantId) => {
    const subkey = await tenantKeys.subkey(tenantId, 'search');
    const known = held.get(tenantId);
    held.delete(tenantId);
    const entry = known?.subkey === subkey ? known : { subkey, hash: createSearchHasher(subkey) };
    held.set(tenantId, entry);
    const [oldest] = held.keys();
    if (held.size > capacity && oldest !== undefined) held.delete(oldest);
    return entry.hash;
  };
}

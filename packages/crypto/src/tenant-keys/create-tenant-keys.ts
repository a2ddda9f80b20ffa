import { FaultError, type TenantId } from '@highwater/domain';
import { unwrapDataKey } from '../sealing/data-key.ts';
import { deriveSubkey, type Purpose } from '../sealing/derive-subkey.ts';

/** A tenant's data key as stored: sealed under the key-encryption key. */
export interface WrappedDataKey {
  readonly version: number;
  readonly wrapped: Uint8Array;
}

export interface TenantKeys {
  /** The tenant's 32-byte key for one purpose. Throws `thing.missing` when the tenant has no data key (any more). */
  subkey(tenantId: TenantId, purpose: Purpose): Promise<Buffer>;
  /** Forgets a tenant's keys, for when its data key was destroyed. */
  forget(tenantId: TenantId): void;
}

type Subkeys = Map<Purpose, Buffer>;

/**
 * Subkeys of tenants, kept in memory for the tenants used last (`capacity`, 500 unless set: 10 keys of 32 bytes each).
 * `loadWrapped` reads the newest wrapped data key; it is asked once per tenant while the tenant stays in memory.
 */
export function createTenantKeys(options: {
  readonly kek: Uint8Array;
  readonly loadWrapped: (tenantId: TenantId) => Promise<WrappedDataKey | undefined>;
  readonly capacity?: number;
}): TenantKeys {
  const { kek, loadWrapped, capacity = 500 } = options;
  // A Map iterates in order of insertion, so the first entry is the one used longest ago.
  const held = new Map<TenantId, Promise<{ dataKey: Uint8Array; subkeys: Subkeys }>>();

  function hold(tenantId: TenantId) {
    const known = held.get(tenantId);
    held.delete(tenantId);
    const entry = known ?? load(tenantId);
    held.set(tenantId, entry);
    if (held.size > capacity) {
      const [oldest] = held.keys();
      if (oldest !== undefined) held.delete(oldest);
    }
    return entry;
  }

  async function load(tenantId: TenantId) {
    try {
      const stored = await loadWrapped(tenantId);
      if (stored === undefined) throw new FaultError('thing.missing');
      return { dataKey: unwrapDataKey(kek, tenantId, stored.version, stored.wrapped), subkeys: new Map() as Subkeys };
    } catch (error) {
      // A failure is never kept: the next call asks again.
      held.delete(tenantId);
      throw error;
    }
  }

  return {
    async subkey(tenantId, purpose) {
      const { dataKey, subkeys } = await hold(tenantId);
      let subkey = subkeys.get(purpose);
      if (subkey === undefined) {
        subkey = Buffer.from(deriveSubkey(dataKey, purpose));
        subkeys.set(purpose, subkey);
      }
      return subkey;
    },
    forget(tenantId) {
      held.delete(tenantId);
    },
  };
}

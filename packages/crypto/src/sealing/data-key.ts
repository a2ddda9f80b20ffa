import { randomBytes } from 'node:crypto';
import { FaultError } from '@highwater/domain';
import type { RandomSource } from '../random-source.ts';
import { KEY_BYTES } from './header.ts';
import { openBytes, sealBytes } from './seal-bytes.ts';

/** A tenant's data key: 32 random bytes from which its subkeys are derived. Destroying it ends the tenant's texts. */
export function makeDataKey(): Uint8Array {
  return new Uint8Array(randomBytes(KEY_BYTES));
}

/** Seals a data key under the 32-byte key-encryption key, bound to tenant and version. */
export function wrapDataKey(
  kek: Uint8Array,
  tenantId: string,
  version: number,
  dataKey: Uint8Array,
  random: RandomSource = randomBytes,
): Uint8Array {
  return sealBytes(kek, placeOf(tenantId, version), dataKey, random);
}

/** Throws `object.damaged` for another key-encryption key, tenant or version. */
export function unwrapDataKey(kek: Uint8Array, tenantId: string, version: number, wrapped: Uint8Array): Uint8Array {
  const dataKey = openBytes(kek, placeOf(tenantId, version), wrapped);
  if (dataKey.length !== KEY_BYTES) throw new FaultError('object.damaged');
  return dataKey;
}

function placeOf(tenantId: string, version: number): string {
  return `${tenantId}|data-key|${version}`;
}

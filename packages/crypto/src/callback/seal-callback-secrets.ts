import type { ConnectionId, TenantId } from '@highwater/domain';
import { openBytes, sealBytes } from '../sealing/seal-bytes.ts';
import type { CallbackSecrets } from './callback-cipher.ts';

/** As `hw.callback_paths.secrets_sealed` holds them; `subkey` is the tenant's for 'callback'. */
export function sealCallbackSecrets(
  subkey: Uint8Array,
  tenantId: TenantId,
  connectionId: ConnectionId,
  { token, encodingAesKey }: CallbackSecrets,
): Uint8Array {
  return sealBytes(subkey, placeOf(tenantId, connectionId), Buffer.from(JSON.stringify([token, encodingAesKey])));
}

/** Opens what `sealCallbackSecrets` made. Throws `object.damaged`. */
export function openCallbackSecrets(
  subkey: Uint8Array,
  tenantId: TenantId,
  connectionId: ConnectionId,
  sealed: Uint8Array,
): CallbackSecrets {
  const opened = Buffer.from(openBytes(subkey, placeOf(tenantId, connectionId), sealed)).toString('utf8');
  const [token, encodingAesKey] = JSON.parse(opened) as [string, string];
  return { token, encodingAesKey };
}

function placeOf(tenantId: TenantId, connectionId: ConnectionId): string {
  return `${tenantId}|callback_paths|${connectionId}|1`;
}

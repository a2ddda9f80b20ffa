import type { MediaId, TenantId } from '@highwater/domain';
import { openBytes, sealBytes } from '../sealing/seal-bytes.ts';

/** A sdkfileid (it contains the file's content key) as `hw.media.sdkfileid` holds it; `subkey` is the tenant's for 'sdkfileid'. */
export function sealFileId(subkey: Uint8Array, tenantId: TenantId, mediaId: MediaId, sdkfileid: string): Uint8Array {
  return sealBytes(subkey, placeOf(tenantId, mediaId), Buffer.from(sdkfileid, 'utf8'));
}

/** Opens what `sealFileId` made. Throws `object.damaged`. */
export function openFileId(subkey: Uint8Array, tenantId: TenantId, mediaId: MediaId, sealed: Uint8Array): string {
  return Buffer.from(openBytes(subkey, placeOf(tenantId, mediaId), sealed)).toString('utf8');
}

function placeOf(tenantId: TenantId, mediaId: MediaId): string {
  return `${tenantId}|media|${mediaId}|1`;
}

import type { TenantId } from '@highwater/domain';
import { openBytes, sealBytes } from '../sealing/seal-bytes.ts';

/** The words that somebody searched for as `hw.audit.sealed` holds them; `subkey` is the tenant's for 'audit'. */
export function sealAuditWords(
  subkey: Uint8Array,
  tenantId: TenantId,
  auditId: string,
  words: readonly string[],
): Uint8Array {
  return sealBytes(subkey, placeOf(tenantId, auditId), Buffer.from(JSON.stringify(words), 'utf8'));
}

/** Opens what `sealAuditWords` made. Throws `object.damaged`. */
export function openAuditWords(
  subkey: Uint8Array,
  tenantId: TenantId,
  auditId: string,
  sealed: Uint8Array,
): readonly string[] {
  const words: unknown = JSON.parse(
    Buffer.from(openBytes(subkey, placeOf(tenantId, auditId), sealed)).toString('utf8'),
  );
  return Array.isArray(words) ? words.map(String) : [];
}

function placeOf(tenantId: TenantId, auditId: string): string {
  return `${tenantId}|audit|${auditId}|1`;
}

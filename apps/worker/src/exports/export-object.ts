import { keyedId, objectPlace, openObject, openObjectRange, plainObjectSize, type TenantKeys } from '@highwater/crypto';
import type { ExportId, ObjectStore, TenantId } from '@highwater/domain';
import type { ByteSource } from '@highwater/exports';

type Objects = { readonly tenantKeys: TenantKeys; readonly objects: ObjectStore };

/** Where build `attempt` of an export puts its package: apart from the others, so that a late one overwrites nothing. */
export async function exportObjectName(
  keys: TenantKeys,
  tenantId: TenantId,
  exportId: ExportId,
  attempt: number,
): Promise<string> {
  return `exports/${keyedId(await keys.subkey(tenantId, 'object-name'), 'export', exportId, String(attempt))}`;
}

/** Takes away what builds 1 to `attempts` left in the store, if anything. */
export async function discardBuilds(
  deps: Objects,
  tenantId: TenantId,
  exportId: ExportId,
  attempts: number,
): Promise<void> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    await deps.objects.delete(await exportObjectName(deps.tenantKeys, tenantId, exportId, attempt));
  }
}

/** A stored object opened from its first byte to its last. */
export async function openStored(deps: Objects, tenantId: TenantId, name: string): Promise<AsyncIterable<Uint8Array>> {
  const key = await deps.tenantKeys.subkey(tenantId, 'object');
  return openObject(key, objectPlace(tenantId, name), await deps.objects.get(name));
}

/** A stored package for reading back; `sealedSize` is what the store answered when it was written. */
export async function packageSource(
  deps: Objects,
  tenantId: TenantId,
  name: string,
  sealedSize: number,
): Promise<ByteSource> {
  const key = await deps.tenantKeys.subkey(tenantId, 'object');
  return {
    size: plainObjectSize(sealedSize),
    read: (start, end) =>
      openObjectRange(
        key,
        objectPlace(tenantId, name),
        (from, to) => deps.objects.get(name, { start: from, end: to }),
        sealedSize,
        start,
        end - 1,
      ),
  };
}

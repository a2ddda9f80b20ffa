import { keyedId, objectPlace, openObject, openObjectRange, plainObjectSize, type TenantKeys } from '@highwater/crypto';
import type { ExportId, ObjectStore, TenantId } from '@highwater/domain';
import type { ByteSource } from '@highwater/exports';

/** Where an export's package lies: a build that was interrupted is replaced, never left beside the new one. */
export async function exportObjectName(keys: TenantKeys, tenantId: TenantId, exportId: ExportId): Promise<string> {
  return `exports/${keyedId(await keys.subkey(tenantId, 'object-name'), 'export', exportId)}`;
}

/** A stored object opened from its first byte to its last. */
export async function openStored(
  deps: { readonly tenantKeys: TenantKeys; readonly objects: ObjectStore },
  tenantId: TenantId,
  name: string,
): Promise<AsyncIterable<Uint8Array>> {
  const key = await deps.tenantKeys.subkey(tenantId, 'object');
  return openObject(key, objectPlace(tenantId, name), await deps.objects.get(name));
}

/** A stored package for reading back; `sealedSize` is what the store answered when it was written. */
export async function packageSource(
  deps: { readonly tenantKeys: TenantKeys; readonly objects: ObjectStore },
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

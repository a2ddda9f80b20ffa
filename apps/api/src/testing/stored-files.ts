import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createObjectSealer, objectPlace } from '@highwater/crypto';
import { completeExport, inTenant, markMediaStored, startExport } from '@highwater/db';
import type { AccessCondition, ExportId, MediaId, ObjectStore, TenantId } from '@highwater/domain';
import { createLocalStore } from '@highwater/storage';
import { newId } from '@highwater/testkit';
import type { TestApi } from './start-api.ts';

/** Objects in a folder of their own. */
export async function openFolder(): Promise<{ objects: ObjectStore; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'highwater-objects-'));
  return { objects: createLocalStore(folder), remove: () => rm(folder, { recursive: true }) };
}

/** Does what the worker does when it has fetched a file. */
export async function storeMedia(
  api: TestApi,
  tenantId: TenantId,
  mediaId: MediaId,
  bytes: Buffer,
  contentType: string,
): Promise<void> {
  const stored = await storeObject(api, tenantId, `media/${newId<string>()}`, bytes);
  await inTenant(api.database.database, tenantId, (tx) =>
    markMediaStored(tx, mediaId, { ...stored, contentType, fault: null }, api.clock.now()),
  );
}

/** Does what the worker does when it has built a package. */
export async function storePackage(
  api: TestApi,
  tenantId: TenantId,
  exportId: string,
  built: { access: AccessCondition; bytes: Buffer; keptMs?: number },
): Promise<void> {
  const stored = await storeObject(api, tenantId, `exports/${newId<string>()}`, built.bytes);
  const now = api.clock.now();
  const counts = { messages: 1, media: 0, mediaMissing: 0 };
  await inTenant(api.database.database, tenantId, async (tx) => {
    const id = exportId as ExportId;
    await startExport(tx, id, now);
    const times = { finishedAt: now, expiresAt: now + (built.keptMs ?? 3_600_000) };
    const done = { ...counts, ...stored, ...times, fileName: 'highwater.zip', access: built.access };
    if (!(await completeExport(tx, id, 1, done))) throw new Error('the export is not to be built');
  });
}

export async function storeObject({ deps }: TestApi, tenantId: TenantId, objectName: string, bytes: Buffer) {
  const seal = createObjectSealer(await deps.tenantKeys.subkey(tenantId, 'object'), objectPlace(tenantId, objectName));
  await deps.objects.put(objectName, seal(inPieces(bytes)));
  return { objectName, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

async function* inPieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 50_000) yield bytes.subarray(at, at + 50_000);
}

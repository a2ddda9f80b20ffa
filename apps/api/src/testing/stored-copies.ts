import { sealFileText } from '@highwater/crypto';
import { inTenant, saveCopies, type NewCopy } from '@highwater/db';
import type { CopyName, Fault, MediaId, TenantId } from '@highwater/domain';
import type { TestApi } from './start-api.ts';
import { storeObject } from './stored-files.ts';

const NOTHING = { objectName: null, size: null, contentType: null, detail: {}, sealedText: null } as const;

/** Does what the worker does when it has made a copy of a stored file: to play, to show, or its text. */
export async function storeCopy(
  api: TestApi,
  tenantId: TenantId,
  mediaId: MediaId,
  made:
    | { copy: CopyName; bytes: Buffer; contentType: string; detail: NewCopy['detail'] }
    | { text: string }
    | { fault: Fault; copy: CopyName },
): Promise<void> {
  const sha256 = await contentOf(api, tenantId, mediaId);
  const copy = await sealCopy(api, tenantId, sha256, made);
  await inTenant(api.database.database, tenantId, (tx) =>
    saveCopies(tx, { sha256, makerVersion: 1, copies: [copy], now: api.clock.now() }),
  );
}

async function sealCopy(
  api: TestApi,
  tenantId: TenantId,
  sha256: string,
  made: Parameters<typeof storeCopy>[3],
): Promise<NewCopy> {
  if ('fault' in made) return { ...NOTHING, copy: made.copy, state: 'absent', fault: made.fault };
  if ('text' in made) {
    const key = await api.deps.tenantKeys.subkey(tenantId, 'plaintext');
    const sealedText = sealFileText(key, tenantId, sha256, made.text);
    const detail = { characters: made.text.length, isCut: false };
    const size = Buffer.byteLength(made.text);
    return {
      ...NOTHING,
      copy: 'text',
      state: 'made',
      fault: null,
      size,
      detail,
      contentType: 'text/plain; charset=utf-8',
      sealedText,
    };
  }
  const { copy, bytes, contentType, detail } = made;
  const { objectName, size } = await storeObject(api, tenantId, `copies/${sha256.slice(0, 32)}-${copy}`, bytes);
  return { ...NOTHING, copy, state: 'made', fault: null, objectName, size, contentType, detail };
}

async function contentOf(api: TestApi, tenantId: TenantId, mediaId: MediaId): Promise<string> {
  return inTenant(api.database.database, tenantId, async (tx) => {
    const { rows } = await tx.query<{ sha256: string }>('SELECT sha256 FROM hw.media WHERE media_id = $1', [mediaId]);
    if (rows[0] === undefined) throw new Error('the file is not stored');
    return rows[0].sha256;
  });
}

import { createHash, randomBytes } from 'node:crypto';
import { objectPlace, openObject } from '@highwater/crypto';
import type { MediaId, TenantId } from '@highwater/domain';
import type { ChainFixture } from '../../testing/chain-fixture.ts';

export const md5Of = (bytes: Uint8Array) => createHash('md5').update(bytes).digest('hex');

export interface ArchivedFile {
  readonly bytes: Uint8Array;
  /** What the message says, where that differs. */
  readonly md5?: string;
  readonly size?: number;
  readonly name?: string;
}

/** A message with one file, pulled and opened; the file itself is not fetched yet. */
export async function archiveFile(
  fixture: ChainFixture,
  tenantId: TenantId,
  key: { readonly publicPem: string; readonly version: number },
  file: ArchivedFile,
): Promise<MediaId> {
  const sdkfileid = `CiA${randomBytes(60).toString('hex')}`;
  const { bytes, md5 = md5Of(bytes), size = bytes.length, name = '报价.pdf' } = file;
  fixture.finance.files.set(sdkfileid, { bytes });
  const body = { md5sum: md5, filename: name, fileext: name.split('.').at(-1), filesize: size, sdkfileid };
  const message = {
    msgid: sdkfileid.slice(0, 40),
    action: 'send',
    from: 'LinXiaoyu',
    tolist: ['ZhaoKai'],
    msgtime: fixture.clock.at,
  };
  fixture.finance.archive([JSON.stringify({ ...message, msgtype: 'file', file: body })], key);
  await fixture.drain(['pull-archive', 'open-page']);
  const [row] = await fixture.read<{ id: MediaId }>(
    tenantId,
    'SELECT media_id AS id FROM hw.media ORDER BY (SELECT seq FROM hw.messages m WHERE m.message_id = media.message_id) DESC',
  );
  if (row === undefined) throw new Error('no media row');
  return row.id;
}

export interface FileRow {
  readonly state: string;
  readonly fault: string | null;
  readonly attempts: number;
  readonly name: string | null;
  readonly size: string | null;
  readonly sha256: string | null;
  readonly type: string | null;
  readonly next: number | null;
}
export async function rowOf(fixture: ChainFixture, tenantId: TenantId, mediaId: MediaId): Promise<FileRow> {
  const [row] = await fixture.read<FileRow>(
    tenantId,
    `SELECT state, fault, attempts, object_name AS name, size, sha256, content_type AS type, next_try_at AS next
     FROM hw.media WHERE media_id = $1`,
    [mediaId],
  );
  if (row === undefined) throw new Error('no media row');
  return row;
}

/** The bytes behind a stored file's row, opened. */
export async function storedBytes(fixture: ChainFixture, tenantId: TenantId, row: FileRow): Promise<Buffer> {
  const objectKey = await fixture.deps.tenantKeys.subkey(tenantId, 'object');
  const parts: Uint8Array[] = [];
  const sealed = await fixture.objects.get(row.name ?? '');
  for await (const part of openObject(objectKey, objectPlace(tenantId, row.name ?? ''), sealed)) parts.push(part);
  return Buffer.concat(parts);
}

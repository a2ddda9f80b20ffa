import type { ConnectionId, MediaId, MessageId } from '@highwater/domain';
import { newId, ROW_TIME } from '@highwater/testkit';
import * as db from '../../index.ts';

/** A stored content of one file, with a copy to play and a text that nobody finds yet; it is due. */
export async function seedCopies(tx: db.TenantTx, connectionId: ConnectionId, messageId: MessageId) {
  const copiedMediaId = newId<MediaId>();
  const copiedSha256 = newId<string>().replaceAll('-', '').repeat(2);
  await db.insertMedia(
    tx,
    connectionId,
    [
      {
        mediaId: copiedMediaId,
        messageId,
        path: 'document',
        mediaKind: 'file',
        fileName: '报价.pdf',
        extension: 'pdf',
        expectedSize: '3',
        expectedMd5: null,
        sealedFileId: Buffer.from('sealed'),
        state: 'wanted',
        fault: null,
      },
    ],
    ROW_TIME,
  );
  await tx.query(
    `UPDATE hw.media SET state = 'stored', sha256 = $3, size = 3, content_type = 'application/pdf', next_try_at = NULL
     WHERE tenant_id = $1 AND media_id = $2`,
    [tx.tenantId, copiedMediaId, copiedSha256],
  );
  await tx.query(
    `INSERT INTO hw.contents (tenant_id, sha256, object_name, size, md5, content_type, state, begun_at, stored_at)
     VALUES ($1, $2, 'media/copied', 3, 'md5', 'application/pdf', 'stored', $3, $3)`,
    [tx.tenantId, copiedSha256, new Date(ROW_TIME)],
  );
  await db.saveCopies(tx, { sha256: copiedSha256, makerVersion: 1, copies: [audioCopy(), textCopy()], now: ROW_TIME });
  return { copiedMediaId, copiedSha256 };
}

export function audioCopy(): db.NewCopy {
  return {
    copy: 'audio',
    state: 'made',
    fault: null,
    objectName: 'copies/audio',
    size: 3,
    contentType: 'audio/wav',
    detail: { seconds: 1, peaks: [0, 100] },
    sealedText: null,
  };
}

export function textCopy(): db.NewCopy {
  return {
    copy: 'text',
    state: 'made',
    fault: null,
    objectName: null,
    size: 3,
    contentType: 'text/plain; charset=utf-8',
    detail: { characters: 3, isCut: false },
    sealedText: Buffer.from('sealed'),
  };
}

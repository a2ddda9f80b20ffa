import { keyedId, sealFileId } from '@highwater/crypto';
import type { NewMedia } from '@highwater/db';
import type { CanonicalMessage, MediaId, MessageId } from '@highwater/domain';
import { listMedia } from '@highwater/wecom';
import { cleanText } from './clean-text.ts';
import type { MessageKeys } from './message-keys.ts';

/** What `numeric(20, 0)` holds. */
const SIZE = /^\d{1,20}$/;

/** One row per place of a file in a message. A file without id can never be fetched: it is absent, with that reason. */
export function deriveMedia(keys: MessageKeys, messageId: MessageId, parsed: CanonicalMessage): NewMedia[] {
  const byPath = new Map(listMedia(parsed.body).map((file) => [file.path, file]));
  return [...byPath.values()].map((file) => {
    const mediaId = keyedId(keys.messageId, 'media', messageId, file.path) as MediaId;
    const { sdkfileid } = file;
    return {
      mediaId,
      messageId,
      path: file.path,
      mediaKind: file.mediaKind,
      fileName: file.fileName === null ? null : cleanText(file.fileName),
      extension: file.extension === null ? null : cleanText(file.extension),
      expectedSize: file.size !== null && SIZE.test(file.size) ? file.size : null,
      expectedMd5: file.md5 === null ? null : cleanText(file.md5),
      sealedFileId: sdkfileid === null ? null : sealFileId(keys.fileId, keys.tenantId, mediaId, sdkfileid),
      ...(sdkfileid === null
        ? ({ state: 'absent', fault: 'media.no_id' } as const)
        : ({ state: 'wanted', fault: null } as const)),
    };
  });
}

import type { ConnectionId, Fault, MediaId, MediaRef, MessageId, UnixMs } from '@highwater/domain';

export interface MediaRow {
  readonly mediaId: MediaId;
  readonly messageId: MessageId;
  readonly connectionId: ConnectionId;
  readonly path: string;
  readonly mediaKind: MediaRef['mediaKind'];
  readonly fileName: string | null;
  readonly extension: string | null;
  readonly expectedSize: string | null;
  readonly state: 'wanted' | 'stored' | 'absent';
  readonly fault: Fault | null;
  readonly objectName: string | null;
  /** Bytes, decimal. */
  readonly size: string | null;
  readonly sha256: string | null;
  readonly contentType: string | null;
  /** What WeCom's md5 said of the bytes; null until they came. */
  readonly md5State: 'agreed' | 'absent' | 'differed' | null;
  /** After this WeCom has it no more; null where that was not noted. */
  readonly expiresAt: UnixMs | null;
}

/** A file that is here and fetched once more, because it is not as announced: it stays as it is until other bytes came. */
const IS_HERE = `f.state = 'wanted' AND f.sha256 IS NOT NULL`;

/** In what a stored file differs from what its message announced; for columns of `hw.media` behind `prefix`. */
export const deviationSql = (prefix: string): string =>
  `CASE WHEN ${prefix}expected_size <> ${prefix}size THEN 'media.size_differs' ELSE 'media.md5_differs' END`;

/** For `FROM hw.media f`, as readers of messages see files. */
export const MEDIA_COLUMNS = `f.media_id AS "mediaId", f.message_id AS "messageId", f.connection_id AS "connectionId", f.path,
  f.media_kind AS "mediaKind", f.file_name AS "fileName", f.extension, f.expected_size AS "expectedSize",
  CASE WHEN ${IS_HERE} THEN 'stored' ELSE f.state END AS state,
  CASE WHEN ${IS_HERE} THEN ${deviationSql('f.')} ELSE f.fault END AS fault,
  f.object_name AS "objectName", f.size, f.sha256, f.content_type AS "contentType",
  f.md5_state AS "md5State", f.expires_at AS "expiresAt"`;

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

/** For `FROM hw.media f`. */
export const MEDIA_COLUMNS = `f.media_id AS "mediaId", f.message_id AS "messageId", f.connection_id AS "connectionId", f.path,
  f.media_kind AS "mediaKind", f.file_name AS "fileName", f.extension, f.expected_size AS "expectedSize", f.state, f.fault,
  f.object_name AS "objectName", f.size, f.sha256, f.content_type AS "contentType",
  f.md5_state AS "md5State", f.expires_at AS "expiresAt"`;

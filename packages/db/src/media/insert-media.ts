import type { ConnectionId, Fault, MediaId, MessageId, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { EXPIRES_SQL, laneSql } from './lane.ts';

export interface NewMedia {
  readonly mediaId: MediaId;
  readonly messageId: MessageId;
  /** Its place in the message ("image", "mixed.item[1]"). */
  readonly path: string;
  readonly mediaKind: string;
  readonly fileName: string | null;
  readonly extension: string | null;
  /** Bytes, decimal. */
  readonly expectedSize: string | null;
  readonly expectedMd5: string | null;
  readonly sealedFileId: Uint8Array | null;
  readonly state: 'wanted' | 'absent';
  readonly fault: Fault | null;
}

/** Adds files to fetch from `nextTryAt` on (or to explain), of messages that are there. Returns new ids. */
export async function insertMedia(
  tx: TenantTx,
  connectionId: ConnectionId,
  media: readonly NewMedia[],
  nextTryAt: UnixMs,
): Promise<ReadonlySet<MediaId>> {
  if (media.length === 0) return new Set();
  const { rows } = await tx.query<{ id: MediaId }>(
    `INSERT INTO hw.media (tenant_id, connection_id, media_id, message_id, path, media_kind, file_name, extension,
       expected_size, expected_md5, sdkfileid, state, fault, next_try_at, expires_at, lane)
     SELECT $1, $2, m.*, CASE WHEN m.state = 'wanted' THEN $3::timestamptz END, ${EXPIRES_SQL}, ${laneSql('m.expected_size')}
     FROM unnest($4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[], $10::numeric[], $11::text[],
       $12::bytea[], $13::text[], $14::text[]) AS m (media_id, message_id, path, media_kind, file_name, extension,
       expected_size, expected_md5, sdkfileid, state, fault)
     LEFT JOIN hw.messages x ON x.tenant_id = $1 AND x.message_id = m.message_id
     ON CONFLICT DO NOTHING RETURNING media_id AS id`,
    [
      tx.tenantId,
      connectionId,
      new Date(nextTryAt),
      media.map((row) => row.mediaId),
      media.map((row) => row.messageId),
      media.map((row) => row.path),
      media.map((row) => row.mediaKind),
      media.map((row) => row.fileName),
      media.map((row) => row.extension),
      media.map((row) => row.expectedSize),
      media.map((row) => row.expectedMd5),
      media.map((row) => row.sealedFileId),
      media.map((row) => row.state),
      media.map((row) => row.fault),
    ],
  );
  return new Set(rows.map((row) => row.id));
}

import type { MediaId, MessageId, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';
import type { NewMedia } from './insert-media.ts';
import { laneSql } from './lane.ts';

/** Where a file of a message stands, and by which sealed id it is fetched. */
export interface MediaPlace {
  readonly mediaId: MediaId;
  readonly messageId: MessageId;
  readonly path: string;
  readonly sealedFileId: Buffer | null;
}

export async function listMediaPlaces(tx: TenantTx, messageIds: readonly MessageId[]): Promise<readonly MediaPlace[]> {
  const { rows } = await tx.query<MediaPlace>(
    `SELECT media_id AS "mediaId", message_id AS "messageId", path, sdkfileid AS "sealedFileId" FROM hw.media
     WHERE tenant_id = $1 AND message_id = ANY($2::uuid[]) ORDER BY media_id`,
    [tx.tenantId, messageIds],
  );
  return rows;
}

/**
 * Writes what a parser says of files over what was said before, at a new place in the message if need be. What was
 * fetched stays fetched. A file that was absent for want of an id, and has one now, is wanted. Returns those.
 */
export async function updateMedia(
  tx: TenantTx,
  media: readonly Omit<NewMedia, 'messageId' | 'state' | 'fault'>[],
  nextTryAt: UnixMs,
): Promise<ReadonlySet<MediaId>> {
  if (media.length === 0) return new Set();
  const sorted = media.toSorted((one, other) => (one.mediaId < other.mediaId ? -1 : 1));
  const { rows } = await tx.query<{ id: MediaId; found: boolean }>(
    `UPDATE hw.media m SET path = n.path, media_kind = n.media_kind, file_name = n.file_name, extension = n.extension,
       expected_size = n.expected_size, expected_md5 = n.expected_md5,
       sdkfileid = coalesce(m.sdkfileid, n.sdkfileid),
       state = CASE WHEN n.found THEN 'wanted' ELSE m.state END, fault = CASE WHEN n.found THEN NULL ELSE m.fault END,
       next_try_at = CASE WHEN n.found THEN $2::timestamptz ELSE m.next_try_at END,
       lane = CASE WHEN n.found THEN ${laneSql('n.expected_size')} ELSE m.lane END
     FROM (SELECT u.*, (k.sdkfileid IS NULL AND u.sdkfileid IS NOT NULL) AS found
       FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::numeric[], $9::text[], $10::bytea[])
         AS u (media_id, path, media_kind, file_name, extension, expected_size, expected_md5, sdkfileid)
       JOIN hw.media k ON k.tenant_id = $1 AND k.media_id = u.media_id) n
     WHERE m.tenant_id = $1 AND m.media_id = n.media_id
     RETURNING m.media_id AS id, n.found`,
    [
      tx.tenantId,
      new Date(nextTryAt),
      sorted.map((row) => row.mediaId),
      sorted.map((row) => row.path),
      sorted.map((row) => row.mediaKind),
      sorted.map((row) => row.fileName),
      sorted.map((row) => row.extension),
      sorted.map((row) => row.expectedSize),
      sorted.map((row) => row.expectedMd5),
      sorted.map((row) => row.sealedFileId),
    ],
  );
  return new Set(rows.filter((row) => row.found).map((row) => row.id));
}

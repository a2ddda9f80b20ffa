import type { ConnectionId, Fault, MediaId, TenantId, UnixMs } from '@highwater/domain';
import type { PlatformTx } from '../transactions/as-platform.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** What fetching a file needs. */
export interface MediaToFetch {
  readonly connectionId: ConnectionId;
  readonly extension: string | null;
  /** Bytes, decimal. */
  readonly expectedSize: string | null;
  readonly expectedMd5: string | null;
  readonly sealedFileId: Buffer | null;
  /** This one included. */
  readonly attempts: number;
}

/**
 * Begins an attempt at a wanted file: counts it, so that a file that kills the process is counted too, and keeps the
 * sweep away until `nextTryAt`. Undefined when there is no such file or it is not wanted any more.
 */
export async function startMediaAttempt(
  tx: TenantTx,
  mediaId: MediaId,
  nextTryAt: UnixMs,
): Promise<MediaToFetch | undefined> {
  const { rows } = await tx.query<MediaToFetch>(
    `UPDATE hw.media SET attempts = attempts + 1, next_try_at = $3
     WHERE tenant_id = $1 AND media_id = $2 AND state = 'wanted'
     RETURNING connection_id AS "connectionId", extension, expected_size AS "expectedSize", expected_md5 AS "expectedMd5",
       sdkfileid AS "sealedFileId", attempts`,
    [tx.tenantId, mediaId, new Date(nextTryAt)],
  );
  return rows[0];
}

export interface StoredFile {
  readonly objectName: string;
  /** Bytes before sealing. */
  readonly size: number;
  readonly sha256: string;
  readonly contentType: string;
  /** A deviation that is kept with the bytes: `media.md5_differs`, `media.size_differs`. */
  readonly fault: Fault | null;
}

/** The file is in the object store. Nothing happens when the row left `wanted` before. */
export async function markMediaStored(tx: TenantTx, mediaId: MediaId, file: StoredFile, now: UnixMs): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.media SET state = 'stored', fault = $3, object_name = $4, size = $5, sha256 = $6, content_type = $7,
       stored_at = $8, next_try_at = NULL
     WHERE tenant_id = $1 AND media_id = $2 AND state = 'wanted'`,
    [tx.tenantId, mediaId, file.fault, file.objectName, file.size, file.sha256, file.contentType, new Date(now)],
  );
  return rowCount === 1;
}

/** The file cannot be had, for this reason. Its id is kept, so that it can be tried again by hand. */
export async function markMediaAbsent(tx: TenantTx, mediaId: MediaId, fault: Fault): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.media SET state = 'absent', fault = $3, next_try_at = NULL
     WHERE tenant_id = $1 AND media_id = $2 AND state = 'wanted'`,
    [tx.tenantId, mediaId, fault],
  );
  return rowCount === 1;
}

/** The attempt failed for now; the file stays wanted, with the reason of the last failure. */
export async function postponeMedia(tx: TenantTx, mediaId: MediaId, fault: Fault, nextTryAt: UnixMs): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.media SET fault = $3, next_try_at = $4
     WHERE tenant_id = $1 AND media_id = $2 AND state = 'wanted'`,
    [tx.tenantId, mediaId, fault, new Date(nextTryAt)],
  );
  return rowCount === 1;
}

/** Wanted files whose time has come, the longest waiting first. */
export async function listDueMedia(
  tx: PlatformTx,
  now: UnixMs,
  limit: number,
): Promise<readonly { readonly tenantId: TenantId; readonly mediaId: MediaId }[]> {
  const { rows } = await tx.query<{ tenantId: TenantId; mediaId: MediaId }>(
    `SELECT tenant_id AS "tenantId", media_id AS "mediaId" FROM hw.media
     WHERE state = 'wanted' AND next_try_at <= $1 ORDER BY next_try_at LIMIT $2`,
    [new Date(now), limit],
  );
  return rows;
}

import type { ConnectionId, Fault, MediaId, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { deviationSql } from './media-row.ts';

/** What WeCom's md5 said of the bytes; `absent`: it named none. */
export type Md5State = 'agreed' | 'absent' | 'differed';

export interface StoredFile {
  readonly objectName: string;
  /** Bytes before sealing. */
  readonly size: number;
  readonly sha256: string;
  readonly contentType: string;
  /** A deviation that is kept with the bytes: `media.md5_differs`, `media.size_differs`. */
  readonly fault: Fault | null;
  /** Not told: the file counts as stored by code that knew no contents, and the sweep makes one of it. */
  readonly md5State?: Md5State;
}

/** `claim` limits a change to the newest claim; left out, it is made whoever holds the file. */
const OF_CLAIM = (place: number): string => `state = 'wanted' AND ($${place}::integer IS NULL OR claims = $${place})`;

/** The file is in the object store. Nothing happens when the row left `wanted` before, or the claim is an old one. */
export async function markMediaStored(
  tx: TenantTx,
  mediaId: MediaId,
  file: StoredFile,
  now: UnixMs,
  claim?: number,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.media SET state = 'stored', fault = $3, object_name = $4, size = $5, sha256 = $6, content_type = $7,
       stored_at = $8, md5_state = $9, received_bytes = $5,
       text_version = CASE WHEN sha256 = $6 THEN text_version ELSE 0 END, next_try_at = NULL, claimed_until = NULL, is_blocked = false
     WHERE tenant_id = $1 AND media_id = $2 AND ${OF_CLAIM(10)}`,
    [
      tx.tenantId,
      mediaId,
      file.fault,
      file.objectName,
      file.size,
      file.sha256,
      file.contentType,
      new Date(now),
      file.md5State ?? null,
      claim ?? null,
    ],
  );
  return rowCount === 1;
}

/**
 * The file cannot be had, for this reason. Its id is kept, so that it can be tried again by hand. One that is here, and was
 * fetched once more because it is not as announced, stays as it came.
 */
export async function markMediaAbsent(tx: TenantTx, mediaId: MediaId, fault: Fault, claim?: number): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.media SET state = CASE WHEN sha256 IS NULL THEN 'absent' ELSE 'stored' END,
       fault = CASE WHEN sha256 IS NULL THEN $3 ELSE ${deviationSql('')} END, next_try_at = NULL, claimed_until = NULL, is_blocked = false
     WHERE tenant_id = $1 AND media_id = $2 AND ${OF_CLAIM(4)}`,
    [tx.tenantId, mediaId, fault, claim ?? null],
  );
  return rowCount === 1;
}

/** The attempt failed for now; the file stays wanted, with the reason of the last failure. */
export async function postponeMedia(
  tx: TenantTx,
  mediaId: MediaId,
  fault: Fault,
  nextTryAt: UnixMs,
  claim?: number,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.media SET fault = $3, next_try_at = $4, claimed_until = NULL, is_blocked = false
     WHERE tenant_id = $1 AND media_id = $2 AND ${OF_CLAIM(5)}`,
    [tx.tenantId, mediaId, fault, new Date(nextTryAt), claim ?? null],
  );
  return rowCount === 1;
}

/**
 * The file begins from its first shard again: what came was not what WeCom announced, or is not to be read any more. Its
 * segments were deleted before. Counted as `spoilt`.
 */
export async function restartMedia(
  tx: TenantTx,
  mediaId: MediaId,
  fault: Fault,
  nextTryAt: UnixMs,
  claim: number,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.media SET fault = $3, next_try_at = $4, claimed_until = NULL, is_blocked = false, spoilt = spoilt + 1,
       keeps_segments = false, segments = 0, received_bytes = 0, next_index = NULL
     WHERE tenant_id = $1 AND media_id = $2 AND ${OF_CLAIM(5)}`,
    [tx.tenantId, mediaId, fault, new Date(nextTryAt), claim],
  );
  return rowCount === 1;
}

/**
 * A cause that a person cures keeps this file waiting and, for they would meet the same, all other wanted files of the
 * connection. The attempt does not count. Returns how many files now wait for it.
 */
export async function blockMedia(
  tx: TenantTx,
  connectionId: ConnectionId,
  { mediaId, claim }: { readonly mediaId: MediaId; readonly claim: number },
  fault: Fault,
  { now, nextTryAt }: { readonly now: UnixMs; readonly nextTryAt: UnixMs },
): Promise<number> {
  const { rowCount } = await tx.query(
    `WITH waiting AS (SELECT media_id FROM hw.media WHERE tenant_id = $1 AND connection_id = $2 AND state = 'wanted'
         AND (media_id = $3 AND claims = $4 OR media_id <> $3 AND (claimed_until IS NULL OR claimed_until <= $6)
           AND (next_try_at <= $6 OR NOT is_blocked))
       ORDER BY media_id FOR UPDATE SKIP LOCKED)
     UPDATE hw.media m SET fault = $5, next_try_at = $7, is_blocked = true, claimed_until = NULL,
       attempts = m.attempts - (m.media_id = $3 AND m.attempts > 0)::int
     FROM waiting WHERE m.tenant_id = $1 AND m.media_id = waiting.media_id`,
    [tx.tenantId, connectionId, mediaId, claim, fault, new Date(now), new Date(nextTryAt)],
  );
  return rowCount;
}

/** What was in the way is cured: what waited for it is due now. Returns how many files. */
export async function unblockMedia(tx: TenantTx, connectionId: ConnectionId, now: UnixMs): Promise<number> {
  const { rowCount } = await tx.query(
    `WITH waiting AS (SELECT media_id FROM hw.media
       WHERE tenant_id = $1 AND connection_id = $2 AND state = 'wanted' AND is_blocked
       ORDER BY media_id FOR UPDATE SKIP LOCKED)
     UPDATE hw.media m SET is_blocked = false, next_try_at = $3 FROM waiting
     WHERE m.tenant_id = $1 AND m.media_id = waiting.media_id`,
    [tx.tenantId, connectionId, new Date(now)],
  );
  return rowCount;
}

import type { MediaId, TenantId, UnixMs } from '@highwater/domain';
import type { PlatformTx } from '../transactions/as-platform.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import type { ClaimedMedia } from './claim-media.ts';

type Claim = Pick<ClaimedMedia, 'mediaId' | 'claim'>;

/** Written before the first segment is put into the store, so that none is ever left there unknown. */
export async function beginSegments(tx: TenantTx, { mediaId, claim }: Claim): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.media SET keeps_segments = true
     WHERE tenant_id = $1 AND media_id = $2 AND claims = $3 AND state = 'wanted'`,
    [tx.tenantId, mediaId, claim],
  );
  return rowCount === 1;
}

/** How far a file came. */
export interface MediaProgress {
  /** Whole segments in the store. */
  readonly segments: number;
  readonly receivedBytes: number;
  /** Of the shard that comes next; null when all have come. */
  readonly nextIndex: string | null;
}

/** Notes that a shard is kept; only while the claim is the newest. A file that comes further begins its attempts anew. */
export async function saveProgress(
  tx: TenantTx,
  { mediaId, claim }: Claim,
  { segments, receivedBytes, nextIndex }: MediaProgress,
  claimedUntil: UnixMs,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.media SET segments = $4, received_bytes = $5, next_index = $6, claimed_until = $7, next_try_at = $7, attempts = 1
     WHERE tenant_id = $1 AND media_id = $2 AND claims = $3 AND state = 'wanted'`,
    [tx.tenantId, mediaId, claim, segments, receivedBytes, nextIndex, new Date(claimedUntil)],
  );
  return rowCount === 1;
}

/** A file whose segments may be in the store: one more than are counted may be, from a write that was cut off. */
export interface SegmentHolder {
  readonly mediaId: MediaId;
  readonly state: 'wanted' | 'stored' | 'absent';
  readonly spoilt: number;
  readonly segments: number;
}

const HOLDER = `media_id AS "mediaId", state, spoilt, segments`;

export async function findSegmentHolder(tx: TenantTx, mediaId: MediaId): Promise<SegmentHolder | undefined> {
  const { rows } = await tx.query<SegmentHolder>(
    `SELECT ${HOLDER} FROM hw.media WHERE tenant_id = $1 AND media_id = $2 AND keeps_segments`,
    [tx.tenantId, mediaId],
  );
  return rows[0];
}

export async function listSegmentHolders(tx: TenantTx): Promise<readonly SegmentHolder[]> {
  const { rows } = await tx.query<SegmentHolder>(
    `SELECT ${HOLDER} FROM hw.media WHERE tenant_id = $1 AND keeps_segments ORDER BY media_id`,
    [tx.tenantId],
  );
  return rows;
}

/** The segments of a file that is not wanted any more were deleted. */
export async function forgetSegments(tx: TenantTx, mediaId: MediaId): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.media SET keeps_segments = false, segments = 0, next_index = NULL
     WHERE tenant_id = $1 AND media_id = $2 AND state <> 'wanted' AND keeps_segments`,
    [tx.tenantId, mediaId],
  );
  return rowCount === 1;
}

/** Files that are not wanted any more and whose segments may still be in the store. */
export async function listMediaLeftovers(
  tx: PlatformTx,
  limit: number,
): Promise<readonly { readonly tenantId: TenantId; readonly mediaId: MediaId }[]> {
  const { rows } = await tx.query<{ tenantId: TenantId; mediaId: MediaId }>(
    `SELECT tenant_id AS "tenantId", media_id AS "mediaId" FROM hw.media
     WHERE keeps_segments AND state <> 'wanted' LIMIT $1`,
    [limit],
  );
  return rows;
}

import type { ConnectionId, MediaId, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';
import type { MediaLane } from './lane.ts';

/** A file that somebody fetches now: what fetching needs, and how far it came before. */
export interface ClaimedMedia {
  readonly mediaId: MediaId;
  readonly connectionId: ConnectionId;
  /** Number of this claim: nothing is written for an older one. */
  readonly claim: number;
  readonly lane: MediaLane;
  readonly extension: string | null;
  /** Bytes, decimal. */
  readonly expectedSize: string | null;
  readonly expectedMd5: string | null;
  readonly sealedFileId: Buffer | null;
  /** Since it last came further, this one included. */
  readonly attempts: number;
  /** How often it came whole and not as announced, or could not be deciphered. */
  readonly spoilt: number;
  /** It waited for something that a person cures. */
  readonly isBlocked: boolean;
  /** Whether segments may be in the store. */
  readonly keepsSegments: boolean;
  readonly segments: number;
  /** Bytes, decimal. */
  readonly receivedBytes: string;
  /** Of the shard that comes next; null with segments: all have come. */
  readonly nextIndex: string | null;
}

export interface ClaimTerms {
  readonly now: UnixMs;
  /** A claim that is not renewed for so long is over. */
  readonly claimMs: number;
}

const CLAIMED = `m.media_id AS "mediaId", m.connection_id AS "connectionId", m.claims AS claim, m.lane, m.extension,
  m.expected_size AS "expectedSize", m.expected_md5 AS "expectedMd5", m.sdkfileid AS "sealedFileId", m.attempts, m.spoilt,
  m.is_blocked AS "isBlocked", m.keeps_segments AS "keepsSegments", m.segments,
  m.received_bytes::text AS "receivedBytes", m.next_index AS "nextIndex"`;

/**
 * An attempt is counted when it begins, so that a file that kills the process is counted too; and until it comes further
 * or fails with a word, each one puts the next off for longer.
 */
const CLAIM = `attempts = m.attempts + 1, claims = m.claims + 1, claimed_until = $2::timestamptz + $3::float8 * interval '1 ms',
  next_try_at = $2::timestamptz + least(3600000, $3::float8 * 2 ^ least(m.attempts, 20)) * interval '1 ms'`;
const FREE = `m.state = 'wanted' AND (m.claimed_until IS NULL OR m.claimed_until <= $2)`;

/** Claims one file. Undefined when there is no such file, it is not wanted any more, or somebody else fetches it. */
export async function claimMedia(
  tx: TenantTx,
  mediaId: MediaId,
  { now, claimMs }: ClaimTerms,
): Promise<ClaimedMedia | undefined> {
  const { rows } = await tx.query<ClaimedMedia>(
    `UPDATE hw.media m SET ${CLAIM} WHERE m.tenant_id = $1 AND m.media_id = $4 AND ${FREE} RETURNING ${CLAIMED}`,
    [tx.tenantId, new Date(now), claimMs, mediaId],
  );
  return rows[0];
}

/**
 * Claims the file of a connection's lane that presses most: by the hour in which WeCom drops it, the smallest first.
 * Undefined when none is due, or `atOnce` of them are being fetched.
 */
export async function claimNextMedia(
  tx: TenantTx,
  { connectionId, lane, atOnce }: { connectionId: ConnectionId; lane: MediaLane; atOnce: number },
  { now, claimMs }: ClaimTerms,
): Promise<ClaimedMedia | undefined> {
  const { rows } = await tx.query<ClaimedMedia>(
    // Not a subquery of FROM: that may run again for every row it is joined with, and claim more than one.
    `WITH next AS (SELECT m.media_id FROM hw.media m
       WHERE m.tenant_id = $1 AND m.connection_id = $4 AND m.lane = $5 AND m.next_try_at <= $2 AND ${FREE}
         AND (SELECT count(*) FROM hw.media o WHERE o.tenant_id = $1 AND o.connection_id = $4 AND o.lane = $5
           AND o.state = 'wanted' AND o.claimed_until > $2) < $6
       ORDER BY date_bin('1 hour', m.expires_at, '2000-01-01Z') NULLS FIRST, m.expected_size, m.media_id
       LIMIT 1 FOR UPDATE SKIP LOCKED)
     UPDATE hw.media m SET ${CLAIM} FROM next
     WHERE m.tenant_id = $1 AND m.media_id = next.media_id RETURNING ${CLAIMED}`,
    [tx.tenantId, new Date(now), claimMs, connectionId, lane, atOnce],
  );
  return rows[0];
}

type Claim = Pick<ClaimedMedia, 'mediaId' | 'claim'>;

/** Says that the claim is alive. False when it is somebody else's by now, or the file is not wanted any more. */
export async function renewClaim(
  tx: TenantTx,
  { mediaId, claim }: Claim,
  { now, claimMs }: ClaimTerms,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.media SET claimed_until = $4 WHERE tenant_id = $1 AND media_id = $2 AND claims = $3 AND state = 'wanted'`,
    [tx.tenantId, mediaId, claim, new Date(now + claimMs)],
  );
  return rowCount === 1;
}

/** Gives the file back as it is, for whoever takes it next; the attempt does not count. */
export async function releaseMedia(
  tx: TenantTx,
  { mediaId, claim }: Claim,
  lane: MediaLane,
  now: UnixMs,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.media SET claimed_until = NULL, next_try_at = $5, attempts = greatest(attempts - 1, 0), lane = $4
     WHERE tenant_id = $1 AND media_id = $2 AND claims = $3 AND state = 'wanted'`,
    [tx.tenantId, mediaId, claim, lane, new Date(now)],
  );
  return rowCount === 1;
}

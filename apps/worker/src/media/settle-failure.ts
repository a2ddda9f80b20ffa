import {
  blockMedia,
  findSegmentHolder,
  inTenant,
  markMediaAbsent,
  postponeMedia,
  raiseFinding,
  renewClaim,
  restartMedia,
  type ClaimedMedia,
} from '@highwater/db';
import type { Fault, TenantId, UnixMs } from '@highwater/domain';
import type { ChainDeps } from '../deps.ts';
import { clearSegments } from './clear-segments.ts';
import { CLAIM_MS } from './lanes.ts';
import { Overtaken } from './overtaken.ts';
import { deleteSegments } from './segments.ts';

/** A differing hash may heal (WeCom's answer to the second asking was right in the field); after these it is kept as it is. */
export const MOST_SPOILT = 3;
const FIRST_WAIT_MS = 10_000;
const LONGEST_WAIT_MS = 60 * 60_000;
/** How soon a file that waits for a person's cure is tried again: its connection, in fact, by a handful of files. */
const BLOCKED_MS = 5 * 60_000;

/** Nothing that we do brings these files back. */
const GONE: readonly Fault[] = ['media.expired', 'media.bad_id', 'media.no_id', 'media.too_large'];
/** Worth a few tries from the first shard: single files were seen to fail for no visible reason. */
const SPOILT: readonly Fault[] = ['media.undecryptable'];
/** What came is not to be read any more, or its index is refused: from the first shard again. */
const LOST_PLACE: readonly Fault[] = ['object.missing', 'object.damaged', 'wecom.arguments', 'internal'];
/** Of the connection or of our own machines, cured by a person. The file's attempts do not count meanwhile. */
const CURED_BY_PEOPLE: readonly Fault[] = [
  'corp_id.wrong',
  'secret.wrong',
  'secret.wrong_kind',
  'ip.untrusted',
  'archive.not_opened',
  'archive.expired',
  'wecom.certificate',
  'library.missing',
  'library.refused',
  'storage.unavailable',
  'database.full',
];
/** Told by nobody else: pulling meets the others too. */
const TOLD_HERE: readonly Fault[] = ['storage.unavailable'];

/** What became of a file: fetched, put off, given up, or waiting with its whole connection. */
export type Outcome = 'stored' | 'absent' | 'postponed' | 'blocked' | 'released' | 'overtaken';

/** Writes down why a file did not come and when it is tried again, or that it is not. */
export async function settleFailure(
  deps: ChainDeps,
  tenantId: TenantId,
  media: ClaimedMedia,
  fault: Fault,
): Promise<Outcome> {
  const { mediaId, connectionId, claim } = media;
  deps.log.warn('file not fetched', { tenantId, mediaId, fault, attempt: media.attempts });
  const now = deps.clock.now();
  if (CURED_BY_PEOPLE.includes(fault)) {
    await inTenant(deps.database, tenantId, async (tx) => {
      if (TOLD_HERE.includes(fault))
        await raiseFinding(tx, { fault, subject: `connection:${connectionId}`, detail: {}, now });
      await blockMedia(tx, connectionId, media, fault, { now, nextTryAt: later(now, BLOCKED_MS) });
    });
    return 'blocked';
  }
  const isSpoilt = SPOILT.includes(fault);
  if (GONE.includes(fault) || (isSpoilt && media.spoilt + 1 >= MOST_SPOILT)) {
    await inTenant(deps.database, tenantId, (tx) => markMediaAbsent(tx, mediaId, fault, claim));
    await clearSegments(deps, tenantId, mediaId);
    return 'absent';
  }
  if (isSpoilt || (media.keepsSegments && LOST_PLACE.includes(fault))) {
    await beginAnew(deps, tenantId, media, fault);
  } else {
    const nextTryAt = nextTryOf(now, media.attempts);
    await inTenant(deps.database, tenantId, (tx) => postponeMedia(tx, mediaId, fault, nextTryAt, claim));
  }
  return 'postponed';
}

/**
 * Drops what came of a file, so that it comes from its first shard again. Segments first: killed in between, those that
 * are missing say the same.
 */
export async function beginAnew(deps: ChainDeps, tenantId: TenantId, media: ClaimedMedia, fault: Fault): Promise<void> {
  const { mediaId, spoilt: round, claim } = media;
  const kept = await inTenant(deps.database, tenantId, async (tx) => {
    if (!(await renewClaim(tx, media, { now: deps.clock.now(), claimMs: CLAIM_MS }))) throw new Overtaken();
    return findSegmentHolder(tx, mediaId);
  });
  if (kept !== undefined) await deleteSegments(deps, { tenantId, mediaId, round }, kept.segments);
  const nextTryAt = nextTryOf(deps.clock.now(), media.spoilt + 1);
  await inTenant(deps.database, tenantId, (tx) => restartMedia(tx, mediaId, fault, nextTryAt, claim));
}

/** Doubles with each time, with jitter. */
function nextTryOf(now: UnixMs, times: number): UnixMs {
  return later(now, Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(times - 1, 20)));
}

function later(now: UnixMs, wait: number): UnixMs {
  return Math.round(now + wait * (0.75 + Math.random() / 2));
}

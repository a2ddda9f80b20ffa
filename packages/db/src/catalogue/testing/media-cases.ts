import { ROW_TIME } from '@highwater/testkit';
import * as db from '../../index.ts';
import type { Cases } from './isolation-case.ts';
import { SEED_CLAIM } from './seed-media.ts';
import type { SeededTenant } from './seed-tenant.ts';

const TERMS = { now: ROW_TIME, claimMs: 1000 };
const heldOf = (seed: SeededTenant) => ({ mediaId: seed.heldMediaId, claim: SEED_CLAIM });
const FILE = { objectName: 'o', size: 3, sha256: 's', contentType: 'image/png', fault: null };
const CONTENT = { objectName: 'o', size: 3, md5: 'm', contentType: 'image/png' };

/** Queries of fetching files. */
export const MEDIA_CASES = {
  claimMedia: { run: (tx, seed) => db.claimMedia(tx, seed.mediaId, TERMS), nothing: undefined },
  claimNextMedia: {
    run: (tx, { connectionId }) => db.claimNextMedia(tx, { connectionId, lane: 'small', atOnce: 9 }, TERMS),
    nothing: undefined,
  },
  renewClaim: { run: (tx, seed) => db.renewClaim(tx, heldOf(seed), TERMS), nothing: false },
  releaseMedia: { run: (tx, seed) => db.releaseMedia(tx, heldOf(seed), 'large', ROW_TIME), nothing: false },
  beginSegments: { run: (tx, seed) => db.beginSegments(tx, heldOf(seed)), nothing: false },
  saveProgress: {
    run: (tx, seed) =>
      db.saveProgress(tx, heldOf(seed), { segments: 1, receivedBytes: 3, nextIndex: 'next' }, ROW_TIME),
    nothing: false,
  },
  findSegmentHolder: { run: (tx, seed) => db.findSegmentHolder(tx, seed.leftMediaId), nothing: undefined },
  listSegmentHolders: { run: (tx) => db.listSegmentHolders(tx), nothing: [] },
  forgetSegments: { run: (tx, seed) => db.forgetSegments(tx, seed.leftMediaId), nothing: false },
  markMediaAbsent: { run: (tx, seed) => db.markMediaAbsent(tx, seed.mediaId, 'media.expired'), nothing: false },
  markMediaStored: { run: (tx, seed) => db.markMediaStored(tx, seed.mediaId, FILE, ROW_TIME), nothing: false },
  postponeMedia: {
    run: (tx, seed) => db.postponeMedia(tx, seed.mediaId, 'wecom.unreachable', ROW_TIME),
    nothing: false,
  },
  restartMedia: {
    run: (tx, seed) => db.restartMedia(tx, seed.heldMediaId, 'media.md5_differs', ROW_TIME, SEED_CLAIM),
    nothing: false,
  },
  blockMedia: {
    run: (tx, seed) =>
      db.blockMedia(tx, seed.connectionId, heldOf(seed), 'ip.untrusted', { now: ROW_TIME, nextTryAt: ROW_TIME }),
    nothing: 0,
  },
  unblockMedia: { run: (tx, seed) => db.unblockMedia(tx, seed.connectionId, ROW_TIME), nothing: 0 },
  expireBlockedMedia: { run: (tx) => db.expireBlockedMedia(tx, ROW_TIME), nothing: 0 },
  listLanes: { run: (tx, seed) => db.listLanes(tx, [seed.mediaId]), nothing: [] },
  beginContent: {
    run: async (tx, seed) => {
      const { state } = await db.beginContent(tx, { ...CONTENT, sha256: seed.copiedSha256 }, ROW_TIME);
      return state === 'stored';
    },
    nothing: false,
  },
  finishContent: { run: (tx, seed) => db.finishContent(tx, seed.unfinishedSha256, ROW_TIME), nothing: false },
  startRemovingContent: {
    run: (tx, seed) => db.startRemovingContent(tx, seed.unfinishedSha256, ROW_TIME + 1),
    nothing: undefined,
  },
  removeContent: { run: (tx, seed) => db.removeContent(tx, seed.removingSha256), nothing: false },
  adoptContents: { run: (tx) => db.adoptContents(tx, 10), nothing: 0 },
  listKnownObjects: { run: (tx) => db.listKnownObjects(tx), nothing: [] },
} satisfies Partial<Cases>;

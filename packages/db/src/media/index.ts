export type { MediaRow } from './media-row.ts';
export { findMedia, listMediaOfMessages } from './list-media.ts';
export { insertMedia, type NewMedia } from './insert-media.ts';
export { laneOf, LARGE_FILE_BYTES, MEDIA_LANES, type MediaLane } from './lane.ts';
export {
  claimMedia,
  claimNextMedia,
  releaseMedia,
  renewClaim,
  type ClaimedMedia,
  type ClaimTerms,
} from './claim-media.ts';
export {
  beginSegments,
  findSegmentHolder,
  forgetSegments,
  listMediaLeftovers,
  listSegmentHolders,
  saveProgress,
  type MediaProgress,
  type SegmentHolder,
} from './media-segments.ts';
export {
  adoptContents,
  beginContent,
  finishContent,
  listKnownObjects,
  listTenantsWithoutContents,
  listUnfinishedContents,
  removeContent,
  startRemovingContent,
  type ContentPlace,
  type KnownObject,
  type NewContent,
} from './contents.ts';
export { expireBlockedMedia, listDueLanes, listLanes, listTenantsPastCure, type DueLane } from './media-work.ts';
export {
  blockMedia,
  markMediaAbsent,
  markMediaStored,
  postponeMedia,
  restartMedia,
  unblockMedia,
  type Md5State,
  type StoredFile,
} from './fetch-state.ts';
export { listMediaPlaces, updateMedia, type MediaPlace } from './update-media.ts';

import { claimMedia, inTenant } from '@highwater/db';
import type { MediaId, TenantId } from '@highwater/domain';
import type { ChainDeps } from '../deps.ts';
import { fetchClaimed } from './fetch-claimed.ts';
import { CLAIM_MS } from './lanes.ts';

/** Fetches one file to its end, whenever it is due, unless somebody else fetches it; as `fetchLane` does with many. */
export async function fetchMedia(
  deps: ChainDeps,
  tenantId: TenantId,
  mediaId: MediaId,
  signal?: AbortSignal,
): Promise<void> {
  const terms = { now: deps.clock.now(), claimMs: CLAIM_MS };
  const media = await inTenant(deps.database, tenantId, (tx) => claimMedia(tx, mediaId, terms));
  if (media !== undefined) await fetchClaimed(deps, tenantId, media, { isOver: () => false, signal });
}

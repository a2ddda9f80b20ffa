import { findSegmentHolder, forgetSegments, inTenant } from '@highwater/db';
import type { MediaId, TenantId } from '@highwater/domain';
import type { ChainDeps } from '../deps.ts';
import { deleteSegments } from './segments.ts';

/** Deletes the segments of a file that is stored or given up. Harmless to repeat: the row forgets them after the store did. */
export async function clearSegments(deps: ChainDeps, tenantId: TenantId, mediaId: MediaId): Promise<void> {
  const kept = await inTenant(deps.database, tenantId, (tx) => findSegmentHolder(tx, mediaId));
  if (kept === undefined || kept.state === 'wanted') return;
  await deleteSegments(deps, { tenantId, mediaId, round: kept.spoilt }, kept.segments);
  deps.failpoint('media.cleared');
  await inTenant(deps.database, tenantId, (tx) => forgetSegments(tx, mediaId));
}

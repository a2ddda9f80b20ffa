import { claimNextMedia, inTenant, type MediaLane } from '@highwater/db';
import type { ConnectionId, TenantId } from '@highwater/domain';
import type { ChainDeps } from '../deps.ts';
import { fetchClaimed } from './fetch-claimed.ts';
import { AT_ONCE, CLAIM_MS, TURN_MS } from './lanes.ts';

export interface Lane {
  readonly connectionId: ConnectionId;
  readonly lane: MediaLane;
}

/**
 * A turn of a connection's lane: fetches what presses most, a few files at once, for a few seconds; then the lane goes on
 * behind the others. A file that is slow holds up nobody but itself: the next turn takes the places beside it. A file that
 * is large goes on at its next shard in the next turn.
 *
 * Harmless to repeat and to kill: files are claimed one by one, and how many of a lane are fetched at once is counted by
 * their claims, so that turns beside each other share the places. A claim that is not renewed runs out; the sweep starts a
 * lane anew in which a file is due that nobody holds.
 */
export async function fetchLane(
  deps: ChainDeps,
  tenantId: TenantId,
  { connectionId, lane }: Lane,
  signal?: AbortSignal,
): Promise<void> {
  const end = performance.now() + TURN_MS;
  const atOnce = AT_ONCE[lane];
  let isBlocked = false;
  let nextTurn: Promise<void> | undefined;
  const isOver = (): boolean => performance.now() >= end || signal?.aborted === true;
  const goOnLater = (): Promise<void> =>
    (nextTurn ??= inTenant(deps.database, tenantId, (tx) =>
      deps.enqueue(tx, 'fetch-media', { tenantId, connectionId, lane }),
    ));

  const runners: Promise<void>[] = [];
  const failures: unknown[] = [];
  const start = (): void => void runners.push(run().catch((error: unknown) => void failures.push(error)));
  async function run(): Promise<void> {
    for (let isFirst = true; !isBlocked; isFirst = false) {
      if (isOver()) return goOnLater();
      const terms = { now: deps.clock.now(), claimMs: CLAIM_MS };
      const media = await inTenant(deps.database, tenantId, (tx) =>
        claimNextMedia(tx, { connectionId, lane, atOnce }, terms),
      );
      if (media === undefined) return;
      // Where one found work, there may be work for another.
      if (isFirst && runners.length < atOnce) start();
      const outcome = await fetchClaimed(deps, tenantId, media, { isOver, signal });
      if (outcome === 'blocked') isBlocked = true;
    }
  }
  start();
  // It grows while it is gone through.
  for (const runner of runners) await runner;
  if (failures.length > 0) throw failures[0];
}

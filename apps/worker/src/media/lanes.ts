import type { MediaLane } from '@highwater/db';

/**
 * Files of one connection that are fetched at once, over all workers. Each holds a shard and what sealing it takes, some
 * 3 MiB; two large ones fill most lines.
 */
export const AT_ONCE: Readonly<Record<MediaLane, number>> = { small: 4, large: 2 };

/** How long a turn of a lane lasts; what is left is the next turn's, behind those of other connections and tenants. */
export const TURN_MS = 3_000;

/** A claim is renewed with every shard and every few seconds, so that what a killed worker held is soon somebody's again. */
export const CLAIM_MS = 12_000;
export const RENEW_EVERY_MS = 4_000;

import type { UnixMs } from '@highwater/domain';

const HOUR_MS = 3_600_000;
/** From here on it is said. */
export const SILENT_MS = 24 * HOUR_MS;
/** How long WeCom keeps messages. */
export const WINDOW_MS = 5 * 24 * HOUR_MS;
/** A pull that is due this long and was not made: nobody pulls. */
const OVERDUE_MS = 10 * 60_000;

export interface SilenceFacts {
  readonly now: UnixMs;
  readonly createdAt: UnixMs;
  readonly lastAnswerAt: UnixMs | null;
  readonly lastPullAt: UnixMs | null;
  readonly nextPullAt: UnixMs;
}

export interface Silence {
  /** The last good answer; the connection's beginning when there was none. */
  readonly since: UnixMs;
  readonly hours: number;
  /** Until WeCom drops the first message that was not pulled; 0 when it has begun. */
  readonly hoursLeft: number;
  readonly windowPassed: boolean;
}

/**
 * How long WeCom has not answered, from one day on. A connection that is pulled once a day and was answered when it last
 * asked is not silent between its hours.
 */
export function judgeSilence(facts: SilenceFacts): Silence | null {
  const { now, createdAt, lastAnswerAt, lastPullAt, nextPullAt } = facts;
  const since = lastAnswerAt ?? createdAt;
  const silentMs = now - since;
  if (silentMs < SILENT_MS) return null;
  const askedInVain = lastPullAt === null || lastPullAt > since;
  if (!askedInVain && nextPullAt > now - OVERDUE_MS) return null;
  return {
    since,
    hours: Math.floor(silentMs / HOUR_MS),
    hoursLeft: Math.max(0, Math.ceil((WINDOW_MS - silentMs) / HOUR_MS)),
    windowPassed: silentMs >= WINDOW_MS,
  };
}

import type { UnixMs } from '@highwater/domain';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** When something that was brought is looked at again. A callback brings that forward. */
export const REFRESH_MS = {
  employees: DAY_MS,
  external_contacts: DAY_MS,
  robots: DAY_MS,
  rooms: 12 * HOUR_MS,
  permits: HOUR_MS,
  departments: 6 * HOUR_MS,
  tags: 6 * HOUR_MS,
  consents: DAY_MS,
} as const;

/** How often the pairs that talk are gathered, and due ones asked for. */
export const CONSENT_ROUND_MS = 15 * MINUTE_MS;

/** Waits spread by a tenth both ways: what was looked at together is not due together for ever. */
function spread(ms: number): number {
  return Math.round(ms * (0.9 + Math.random() / 5));
}

export function refreshAt(now: UnixMs, ms: number): UnixMs {
  return now + spread(ms);
}

/** After a look that did not bring it, the `misses`th in a row: an hour, doubling up to a week. */
export function missedAt(now: UnixMs, misses: number): UnixMs {
  return now + spread(Math.min(7 * DAY_MS, HOUR_MS * 2 ** Math.min(misses - 1, 20)));
}

/** A kind that a mistake in the settings stopped, the `stops`th time in a row: a minute, doubling up to an hour. */
export function stoppedUntil(now: UnixMs, stops: number): UnixMs {
  return now + spread(Math.min(HOUR_MS, MINUTE_MS * 2 ** Math.min(stops - 1, 20)));
}

/** A kind that WeCom did not answer, the `stops`th time in a row: five seconds, doubling up to ten minutes. */
export function unansweredUntil(now: UnixMs, stops: number): UnixMs {
  return now + spread(Math.min(10 * MINUTE_MS, 5_000 * 2 ** Math.min(stops - 1, 20)));
}

import { nextTimeOfDay } from '@highwater/calendar';
import type { PullState } from '@highwater/db';
import type { UnixMs } from '@highwater/domain';
import type { ChainDeps } from '../deps.ts';

/** When a connection is due after a pull that ended well at `now`: after the usual interval, or at its hour in the tenant's zone. */
export function nextPullOf(
  { settings }: Pick<ChainDeps, 'settings'>,
  { pullMode, dailyAt, zone }: Pick<PullState, 'pullMode' | 'dailyAt' | 'zone'>,
  now: UnixMs,
): UnixMs {
  if (pullMode === 'daily' && dailyAt !== null) return nextTimeOfDay(zone, dailyAt, now);
  return now + settings.pullIntervalMs;
}

import type { UnixMs } from '@highwater/domain';

/** Whole seconds until a pull may be asked for again; 0 when it may, also when the last was asked for in the future. */
export function secondsToWait(askedAt: UnixMs | null, now: UnixMs, cooldownMs: number): number {
  if (askedAt === null || askedAt > now) return 0;
  return Math.max(0, Math.ceil((askedAt + cooldownMs - now) / 1000));
}

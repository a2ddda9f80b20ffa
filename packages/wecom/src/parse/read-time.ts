import type { UnixMs } from '@highwater/domain';

// 10^11 s is the year 5138, 10^11 ms is March 1973: no message lies between.
const SECONDS_BELOW = 1e11;
const MS_BELOW = 1e14;

/** Milliseconds from WeCom's seconds or milliseconds, told apart by magnitude; null when zero, negative or absurd. */
export function readTime(value: number | null): { at: UnixMs; inSeconds: boolean } | null {
  if (value === null || !Number.isFinite(value) || value <= 0 || value >= MS_BELOW) return null;
  const inSeconds = value < SECONDS_BELOW;
  return { at: Math.round(inSeconds ? value * 1000 : value), inSeconds };
}

/** A moment in the form of WeCom's own `create_time`, in UTC+8 as WeCom writes it. */
export function wecomTimeText(at: UnixMs): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}

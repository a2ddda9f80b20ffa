const MINUTE = 60;
const HOUR = 3600;

/** Seconds from `now` until `at`, in whole hours, in whole minutes below two hours; 0 when it has passed. */
export function secondsLeft(at: number, now: number): number {
  const seconds = Math.max(0, Math.floor((at - now) / 1000));
  const step = seconds >= 2 * HOUR ? HOUR : MINUTE;
  return seconds - (seconds % step);
}

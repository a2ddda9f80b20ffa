import { failed, notChecked, ok, type Check } from './check.ts';

/** Tokens, callbacks and the five-day window depend on the time; a minute harms none of them. */
const MOST_SECONDS_OFF = 60;

/** This machine's clock against the time that WeCom's answer carried. */
export function checkClock(now: number, theirs: Date | undefined): Check {
  if (theirs === undefined) return notChecked('clock', 'WeCom gave no time to compare with (see the line "network")');
  const seconds = Math.round((now - theirs.getTime()) / 1000);
  const off = `${Math.abs(seconds)} s ${seconds < 0 ? 'behind' : 'ahead of'} WeCom's clock`;
  if (Math.abs(seconds) <= MOST_SECONDS_OFF) return ok('clock', seconds === 0 ? "equal to WeCom's clock" : off);
  return failed('clock', off, 'Set the clock and keep it right with a time service (chrony or systemd-timesyncd).');
}

import type { UnixMs } from '@highwater/domain';
import type { Random } from './random.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** People write between 07:00 and 22:00 in UTC+8. */
const DAY_STARTS = 7 * HOUR_MS - 8 * HOUR_MS;
const DAY_LASTS = 15 * HOUR_MS;

/** The turn of one dialog to say its next line. */
export interface Turn {
  readonly index: number;
  readonly at: UnixMs;
}

/**
 * Times for dialogs of the given lengths between `from` and `until`, in order of time. Over more than two days the
 * nights are left out; gaps within a dialog are 3 to 90 seconds, closer when there is no room for that.
 */
export function spreadTimes(
  lengths: readonly number[],
  range: { readonly from: UnixMs; readonly until: UnixMs },
  random: Random,
): Turn[] {
  const span = Math.max(0, range.until - range.from);
  const place = span > 2 * DAY_MS ? placeInDays(range) : (fraction: number) => range.from + fraction * span;
  const gap = Math.min(1, span / 4 / 900_000);
  const turns: Turn[] = [];
  lengths.forEach((length, index) => {
    let at = place((index + random.fraction()) / lengths.length);
    for (let line = 0; line < length; line += 1) {
      turns.push({ index, at: Math.floor(Math.min(at, range.until)) });
      at += random.integer(3000, 90_000) * gap;
    }
  });
  return turns.sort((a, b) => a.at - b.at);
}

/** Maps 0…1 to moments in which people are awake, from the first to the last of the range. */
function placeInDays(range: { readonly from: UnixMs; readonly until: UnixMs }): (fraction: number) => number {
  const awakeBefore = (at: UnixMs): number => {
    const day = Math.floor((at - DAY_STARTS) / DAY_MS);
    return day * DAY_LASTS + Math.min(DAY_LASTS, at - DAY_STARTS - day * DAY_MS);
  };
  const [first, last] = [awakeBefore(range.from), awakeBefore(range.until)];
  return (fraction) => {
    const awake = first + fraction * (last - first);
    const day = Math.floor(awake / DAY_LASTS);
    return DAY_STARTS + day * DAY_MS + (awake - day * DAY_LASTS);
  };
}

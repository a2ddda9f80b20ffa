import type { UnixMs } from '@highwater/domain';
import { DateTime } from 'luxon';
import { isZone } from './zoned-days.ts';

/** When a company works. */
export interface WorkingHours {
  /** IANA name. */
  readonly zone: string;
  /** 1 = Monday … 7 = Sunday. */
  readonly days: readonly number[];
  /** "HH:MM", local; `until` is after `from` and at most "24:00". */
  readonly from: string;
  readonly until: string;
}

/**
 * A clock that runs only while a company works, in numbers that SQL reckons with as well. Between two changes of the
 * zone's offset it is a matter of weeks, days and hours; `bases` joins these stretches, so that an hour that local clocks
 * skip or repeat within working hours counts as what it was.
 */
export interface WorkingClock {
  /** Stretches of one offset: the first instant of each, ascending, the first before all times. */
  readonly starts: readonly UnixMs[];
  /** What local clocks are ahead of UTC, ms, by stretch. */
  readonly offsets: readonly number[];
  /** To be added to the local reckoning, ms, by stretch. */
  readonly bases: readonly number[];
  /** Monday first: whether the day is worked on, and what was worked in its week before it, ms. */
  readonly works: readonly boolean[];
  readonly before: readonly number[];
  /** Of a week and of a day, ms. */
  readonly weekMs: number;
  readonly dayMs: number;
  /** The beginning of the working day, ms after midnight. */
  readonly fromMs: number;
}

export const DAY_MS = 86_400_000;
export const WEEK_MS = 7 * DAY_MS;
/** From the Monday before it to 1970-01-01, a Thursday. */
export const MONDAY_BEFORE_EPOCH_MS = 3 * DAY_MS;
/** WeCom began in 2016; offsets of before are those of then. */
const FIRST = Date.UTC(2010, 0, 1);
/** No zone has had two changes of its offset nearer to each other than this. */
const STEP_MS = WEEK_MS;
const BEFORE_ALL = -8_640_000_000_000_000;

/** Good for every instant from 2010 to `until`. Throws a RangeError for hours that are none. */
export function createWorkingClock(hours: WorkingHours, until: UnixMs): WorkingClock {
  const fromMs = readTime(hours.from);
  const dayMs = readTime(hours.until) - fromMs;
  if (dayMs <= 0 || hours.days.length === 0) throw new RangeError('A working day ends after it begins.');
  const works = Array.from({ length: 7 }, (_, day) => hours.days.includes(day + 1));
  const before = works.map((_, day) => works.slice(0, day).filter(Boolean).length * dayMs);
  const week = { works, before, dayMs, fromMs, weekMs: works.filter(Boolean).length * dayMs };
  const { starts, offsets } = findOffsets(hours.zone, until);
  const bases: number[] = [0];
  for (const [at, start] of starts.entries()) {
    const [old, offset] = [offsets[at - 1], offsets[at]];
    if (old === undefined || offset === undefined) continue;
    bases.push((bases[at - 1] ?? 0) + readLocal(week, start + old) - readLocal(week, start + offset));
  }
  return { starts, offsets, bases, ...week };
}

/** What the clock shows: working time since some beginning, ms. */
export function readWorkingClock(clock: WorkingClock, at: UnixMs): number {
  const next = clock.starts.findIndex((start) => start > at);
  const stretch = (next === -1 ? clock.starts.length : next) - 1;
  return (clock.bases[stretch] ?? 0) + readLocal(clock, at + (clock.offsets[stretch] ?? 0));
}

/** Working time between two instants, ms; negative when `until` is before `from`. */
export function workingTimeBetween(clock: WorkingClock, from: UnixMs, until: UnixMs): number {
  return readWorkingClock(clock, until) - readWorkingClock(clock, from);
}

/** The first instant from which to `until` no more than `ms` of working time passes: before it, more does. */
export function workingTimeBack(clock: WorkingClock, until: UnixMs, ms: number): UnixMs {
  const wanted = readWorkingClock(clock, until) - ms;
  let [low, high] = [Math.min(0, until), until];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (readWorkingClock(clock, middle) >= wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}

type Week = Pick<WorkingClock, 'works' | 'before' | 'weekMs' | 'dayMs' | 'fromMs'>;

function readLocal({ works, before, weekMs, dayMs, fromMs }: Week, local: number): number {
  const sinceMonday = local + MONDAY_BEFORE_EPOCH_MS;
  const week = Math.floor(sinceMonday / WEEK_MS);
  const inWeek = sinceMonday - week * WEEK_MS;
  const day = Math.floor(inWeek / DAY_MS);
  const today = works[day] === true ? Math.min(Math.max(inWeek - day * DAY_MS - fromMs, 0), dayMs) : 0;
  return week * weekMs + (before[day] ?? 0) + today;
}

/** The same for every company of a zone, and looking them up is dear. */
const known = new Map<string, ReturnType<typeof findOffsets>>();

function findOffsets(
  zone: string,
  until: UnixMs,
): { readonly starts: readonly number[]; readonly offsets: readonly number[] } {
  if (!isZone(zone)) throw new RangeError('A zone is an IANA name.');
  const end = Math.max(Math.ceil(until / WEEK_MS) + 1, Math.ceil(FIRST / WEEK_MS) + 1) * WEEK_MS;
  const name = `${zone} ${end}`;
  const found = known.get(name) ?? lookUpOffsets(zone, end);
  known.set(name, found);
  return found;
}

function lookUpOffsets(zone: string, end: UnixMs): { starts: number[]; offsets: number[] } {
  const offsetAt = (at: UnixMs) => DateTime.fromMillis(at, { zone }).offset * 60_000;
  const starts = [BEFORE_ALL];
  const offsets = [offsetAt(FIRST)];
  for (let from = FIRST; from < end; from += STEP_MS) {
    const [old, offset] = [offsets.at(-1), offsetAt(from + STEP_MS)];
    if (offset === old) continue;
    let [low, high] = [from, from + STEP_MS];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offsetAt(middle) === old) low = middle;
      else high = middle;
    }
    starts.push(high);
    offsets.push(offset);
  }
  return { starts, offsets };
}

function readTime(time: string): number {
  const [hour = Number.NaN, minute = Number.NaN] = time.split(':').map(Number);
  const ms = (hour * 60 + minute) * 60_000;
  if (!(ms >= 0 && ms <= DAY_MS)) throw new RangeError('A time of day is "HH:MM".');
  return ms;
}

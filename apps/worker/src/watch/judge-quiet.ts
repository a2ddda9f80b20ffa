import type { UnixMs } from '@highwater/domain';
import { isHoliday } from './is-holiday.ts';

const HOUR_MS = 3_600_000;
const WEEK_HOURS = 168;
/** Weeks that a quiet time is compared with. */
const WEEKS = 4;
/** With less history nobody knows what is usual. */
const FEWEST_WEEKS = 2;
/** So many messages are missing before quiet is worth a word: about a small team's day. */
const FEWEST_EXPECTED = 20;
/** So many hours that usually have messages passed without: a working day, or two evenings. */
const FEWEST_ACTIVE_HOURS = 6;
/** A week with less than this part of the average in the same hours shows that such quiet happens. */
const QUIET_PART = 0.2;
/** Longer than a pull that a callback started takes, its retries included. */
const CALLBACK_UNANSWERED_MS = 30 * 60_000;
/** Longer quiet is compared by its first part. */
const LONGEST_HOURS = 14 * 24;

/** What a connection that answers is known to have brought. */
export interface QuietFacts {
  readonly now: UnixMs;
  /** IANA zone of the company, for its holidays. */
  readonly zone: string;
  /** Null when no message ever came. */
  readonly lastMessageAt: UnixMs | null;
  /** Messages by hour since 1970, of the last weeks. */
  readonly byHour: ReadonlyMap<number, number>;
  readonly callbacks: {
    /** Calls since the last message. */
    readonly count: number;
    readonly lastAt: UnixMs | null;
  };
}

export type QuietVerdict =
  | { readonly finding: false; readonly why: 'too_short' | 'no_history' | 'usual' }
  | { readonly finding: true; readonly hours: number; readonly expected: number };

/**
 * Whether it is strange that no message came: WeCom called and nothing followed, or the same hours of the same weekdays
 * of the last four weeks brought messages in every week. Nights, weekends and holidays are as quiet as they always are.
 * That WeCom did not call either says nothing: the way to the callback address may be what broke.
 */
export function judgeQuiet(facts: QuietFacts): QuietVerdict {
  const { now, lastMessageAt, byHour, callbacks } = facts;
  const silent = (why: Exclude<QuietVerdict, { finding: true }>['why']) => ({ finding: false, why }) as const;
  const since = lastMessageAt ?? callbacks.lastAt;
  if (since === null) return silent('no_history');
  const hours = Math.floor((now - since) / HOUR_MS);
  const usual = compare(facts, since);
  if (isUnanswered(callbacks, now)) return { finding: true, hours, expected: Math.round(usual?.expected ?? 0) };
  if (byHour.size === 0 || usual === undefined) return silent('no_history');
  if (usual.expected < FEWEST_EXPECTED || usual.activeHours < FEWEST_ACTIVE_HOURS) return silent('too_short');
  if (usual.weekTotals.some((total) => total < usual.expected * QUIET_PART)) return silent('usual');
  return { finding: true, hours, expected: Math.round(usual.expected) };
}

/** Whether WeCom called and no message came for longer than a pull takes. */
export function isUnanswered({ count, lastAt }: QuietFacts['callbacks'], now: UnixMs): boolean {
  return count > 0 && lastAt !== null && lastAt <= now - CALLBACK_UNANSWERED_MS;
}

interface Usual {
  readonly expected: number;
  readonly activeHours: number;
  readonly weekTotals: readonly number[];
}

/** What the whole hours between the last message and now brought in the weeks before; undefined with too few weeks. */
function compare({ now, zone, byHour }: QuietFacts, since: UnixMs): Usual | undefined {
  const oldest = Math.min(...byHour.keys());
  const from = Math.floor(since / HOUR_MS) + 1;
  const until = Math.min(Math.floor(now / HOUR_MS), from + LONGEST_HOURS);
  const atHour = (hour: number) => isHoliday(hour * HOUR_MS, zone);
  const hours = Array.from({ length: Math.max(0, until - from) }, (_, at) => from + at).filter((hour) => !atHour(hour));
  const weeks = Array.from({ length: WEEKS }, (_, at) => at + 1).filter((week) => {
    const first = (hours[0] ?? from) - week * WEEK_HOURS;
    return first > oldest && !hours.some((hour) => atHour(hour - week * WEEK_HOURS));
  });
  if (weeks.length < FEWEST_WEEKS) return undefined;
  const countOf = (hour: number, week: number) => {
    const then = hour - week * WEEK_HOURS;
    return then >= from ? 0 : (byHour.get(then) ?? 0);
  };
  const weekTotals = weeks.map((week) => hours.reduce((sum, hour) => sum + countOf(hour, week), 0));
  const averages = hours.map((hour) => weeks.reduce((sum, week) => sum + countOf(hour, week), 0) / weeks.length);
  return {
    expected: averages.reduce((sum, average) => sum + average, 0),
    activeHours: averages.filter((average) => average >= 1).length,
    weekTotals,
  };
}

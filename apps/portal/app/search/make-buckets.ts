/** How much time a bar stands for. */
export type Step = 'day' | 'week' | 'month' | 'year';

export interface Bucket {
  /** First and last day, "YYYY-MM-DD", both included. */
  readonly from: string;
  readonly until: string;
  readonly count: number;
}

export interface Buckets {
  readonly step: Step;
  readonly bars: readonly Bucket[];
}

interface DayCount {
  readonly day: string;
  readonly count: number;
}

/** Bars that still can be told apart on a phone: about five pixels each. */
const MOST_BARS = 62;
const DAY_MS = 86_400_000;

/** Days since 1970-01-01; calendar days, so that no zone comes in. */
const numberOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
const dayOf = (number: number) => new Date(number * DAY_MS).toISOString().slice(0, 10);

/** The first day of the stretch that a day is in. Weeks begin on Monday. */
const STARTS: Readonly<Record<Step, (day: string) => string>> = {
  day: (day) => day,
  // 1970-01-01 was a Thursday.
  week: (day) => dayOf(numberOf(day) - ((numberOf(day) + 3) % 7)),
  month: (day) => `${day.slice(0, 7)}-01`,
  year: (day) => `${day.slice(0, 4)}-01-01`,
};

/** The first day of the next stretch, from the first day of one. */
const NEXTS: Readonly<Record<Step, (day: string) => string>> = {
  day: (day) => dayOf(numberOf(day) + 1),
  week: (day) => dayOf(numberOf(day) + 7),
  month: (day) => STARTS.month(dayOf(numberOf(day) + 31)),
  year: (day) => STARTS.year(dayOf(numberOf(day) + 366)),
};

const STEPS: readonly Step[] = ['day', 'week', 'month', 'year'];

function cut(step: Step, first: string, last: string, counts: ReadonlyMap<string, number>): Bucket[] | null {
  const bars: Bucket[] = [];
  for (let start = STARTS[step](first); start <= last; start = NEXTS[step](start)) {
    if (bars.length === MOST_BARS && step !== 'year') return null;
    const end = dayOf(numberOf(NEXTS[step](start)) - 1);
    bars.push({
      from: start < first ? first : start,
      until: end > last ? last : end,
      count: counts.get(start) ?? 0,
    });
  }
  return bars;
}

/**
 * Counts by day as bars without holes from the first to the last day, in the finest step that keeps them few. `asked`
 * widens them to the days that were asked for (either may be empty), so that silence at the edges shows.
 */
export function makeBuckets(days: readonly DayCount[], asked: { from: string; until: string }): Buckets {
  const [oldest, newest] = [days.at(0)?.day, days.at(-1)?.day];
  if (oldest === undefined || newest === undefined) return { step: 'day', bars: [] };
  const isDay = (day: string) => day !== '' && !Number.isNaN(numberOf(day));
  // A century asked for by mistake does not squeeze what there is.
  const near = (day: string, other: string) => isDay(day) && Math.abs(numberOf(day) - numberOf(other)) <= 366 * 2;
  const first = near(asked.from, oldest) && asked.from < oldest ? asked.from : oldest;
  const last = near(asked.until, newest) && asked.until > newest ? asked.until : newest;
  for (const step of STEPS) {
    const counts = new Map<string, number>();
    for (const { day, count } of days) {
      const start = STARTS[step](day);
      counts.set(start, (counts.get(start) ?? 0) + count);
    }
    const bars = cut(step, first, last, counts);
    if (bars !== null) return { step, bars };
  }
  return { step: 'year', bars: [] };
}

/** The days and the number of messages from one bar to another, in whichever order they were chosen. */
export function sumBars(bars: readonly Bucket[], one: number, other: number): Bucket | null {
  const chosen = bars.slice(Math.min(one, other), Math.max(one, other) + 1);
  const [first, last] = [chosen.at(0), chosen.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { from: first.from, until: last.until, count: chosen.reduce((sum, { count }) => sum + count, 0) };
}

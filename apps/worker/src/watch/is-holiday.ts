import type { UnixMs } from '@highwater/domain';

/** Days of a Chinese calendar month, both ends included. */
const LUNAR: readonly (readonly [month: number, from: number, to: number])[] = [
  // Spring Festival, Dragon Boat, Mid-Autumn.
  [12, 27, 30],
  [1, 1, 9],
  [5, 4, 6],
  [8, 14, 17],
];
const SOLAR: readonly (readonly [month: number, from: number, to: number])[] = [
  // New Year, Qingming, Labour Day, National Day.
  [1, 1, 3],
  [4, 3, 6],
  [5, 1, 5],
  [10, 1, 8],
];

const lunar = new Map<string, Intl.DateTimeFormat>();
const solar = new Map<string, Intl.DateTimeFormat>();

function formatIn(formats: Map<string, Intl.DateTimeFormat>, calendar: string, zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(`en-u-ca-${calendar}`, { timeZone: zone, month: 'numeric', day: 'numeric' });
  formats.set(zone, made);
  return made;
}

function monthDay(format: Intl.DateTimeFormat, at: UnixMs): readonly [month: number, day: number] {
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number.parseInt(value, 10)]));
  return [parts.get('month') ?? 0, parts.get('day') ?? 0];
}

/**
 * Whether a moment lies in or beside a public holiday of China, when most companies are quiet. The days are those of
 * the calendar: the government moves weekends around them each year, so a day at either end counts too.
 */
export function isHoliday(at: UnixMs, zone: string): boolean {
  const among = (days: typeof LUNAR, [month, day]: readonly [number, number]) =>
    days.some(([ofMonth, from, to]) => month === ofMonth && day >= from && day <= to);
  return (
    among(SOLAR, monthDay(formatIn(solar, 'gregory', zone), at)) ||
    among(LUNAR, monthDay(formatIn(lunar, 'chinese', zone), at))
  );
}

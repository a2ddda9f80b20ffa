import { dayOf } from '@highwater/calendar';
import { QUARTER_MS } from './build-document.ts';

/** WeCom began in 2016; so far ahead no zone is known to change. */
const FIRST_YEAR = 2016;
const YEARS = 30;

const known = new Map<string, boolean>();

/** Which field holds the days of a zone, and how its values become days. */
export interface DayBuckets {
  readonly field: 'day' | 'quarter';
  /** The most values that are read. */
  readonly values: number;
  readonly dayOf: (value: string) => string;
}

/**
 * Days of a zone. Those at +08:00 the whole year (nearly every company) are held by day; for others the quarters of an
 * hour are added up, for no offset cuts a quarter.
 */
export function dayBuckets(zone: string): DayBuckets {
  if (isEast8(zone)) {
    return {
      field: 'day',
      values: 4_000,
      dayOf: (day) => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`,
    };
  }
  return { field: 'quarter', values: 200_000, dayOf: (quarter) => dayOf(zone, Number(quarter) * QUARTER_MS) };
}

function isEast8(zone: string): boolean {
  const answer = known.get(zone) ?? months().every((at) => isMidnight(zone, at));
  known.set(zone, answer);
  return answer;
}

/** 16:00 UTC on the last day of each month: where it is midnight, the clocks are eight hours ahead. */
function months(): number[] {
  return Array.from({ length: YEARS * 12 }, (_, month) => Date.UTC(FIRST_YEAR, month, 0, 16));
}

function isMidnight(zone: string, at: number): boolean {
  return dayOf(zone, at) !== dayOf(zone, at - 1);
}

/** A day of a month's page; null outside the month. */
export interface GridDay {
  readonly day: string;
  readonly number: number;
}

const MONTH = /^(\d{4})-(\d{2})$/;

/** Year and month (1–12) of "YYYY-MM"; null when it is none. */
function parts(month: string): { year: number; month: number } | null {
  const found = MONTH.exec(month);
  const [year, number] = [Number(found?.[1]), Number(found?.[2])];
  return found === null || number < 1 || number > 12 ? null : { year, month: number };
}

export function isMonth(month: string): boolean {
  return parts(month) !== null;
}

/** The month `by` months away, "YYYY-MM". */
export function addMonths(month: string, by: number): string {
  const known = parts(month);
  if (known === null) throw new RangeError('A month is "YYYY-MM".');
  const count = known.year * 12 + known.month - 1 + by;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** The day `by` days away, both "YYYY-MM-DD". */
export function addDays(day: string, by: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
}

/** The weeks of "YYYY-MM", Monday first; null where a day belongs to another month. */
export function monthGrid(month: string): (GridDay | null)[][] {
  const known = parts(month);
  if (known === null) throw new RangeError('A month is "YYYY-MM".');
  const days = new Date(Date.UTC(known.year, known.month, 0)).getUTCDate();
  const lead = (new Date(Date.UTC(known.year, known.month - 1, 1)).getUTCDay() + 6) % 7;
  const cells: (GridDay | null)[] = Array.from({ length: lead }, () => null);
  for (let number = 1; number <= days; number += 1) {
    cells.push({ day: `${month}-${String(number).padStart(2, '0')}`, number });
  }
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** How busy a day is against the busiest of its month, 0 (nothing) to 4. */
export function busyness(count: number, most: number): 0 | 1 | 2 | 3 | 4 {
  if (count <= 0 || most <= 0) return 0;
  const share = Math.log1p(count) / Math.log1p(most);
  return share > 0.85 ? 4 : share > 0.6 ? 3 : share > 0.35 ? 2 : 1;
}

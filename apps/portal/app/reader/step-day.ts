import { addDays } from './month-grid.ts';

/** To a busy day of the same month, or some months on. */
export type DayStep = { readonly day: string } | { readonly months: number };

/**
 * Where a key leads from a busy day; null for keys that mean nothing here. Left and right go through the busy days, up and
 * down to the nearest one at least a week away, over the edges to the next month. `busy` is ascending, "YYYY-MM-DD".
 */
export function stepDay(busy: readonly string[], from: string, key: string, shift: boolean): DayStep | null {
  const before = (limit: string): DayStep => {
    const day = busy.findLast((each) => each <= limit);
    return day === undefined ? { months: -1 } : { day };
  };
  const after = (limit: string): DayStep => {
    const day = busy.find((each) => each >= limit);
    return day === undefined ? { months: 1 } : { day };
  };
  switch (key) {
    case 'ArrowLeft':
      return before(addDays(from, -1));
    case 'ArrowRight':
      return after(addDays(from, 1));
    case 'ArrowUp':
      return before(addDays(from, -7));
    case 'ArrowDown':
      return after(addDays(from, 7));
    case 'Home':
      return { day: busy.at(0) ?? from };
    case 'End':
      return { day: busy.at(-1) ?? from };
    case 'PageUp':
      return { months: shift ? -12 : -1 };
    case 'PageDown':
      return { months: shift ? 12 : 1 };
    default:
      return null;
  }
}

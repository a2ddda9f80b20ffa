import { refuseField } from '../session/refuse-field.ts';
import { isMonth } from './month-grid.ts';

/** The month that an address names, "YYYY-MM"; refused when it is none. */
export function readMonth(search: URLSearchParams): string {
  const month = search.get('month') ?? '';
  if (!isMonth(month)) throw refuseField('month');
  return month;
}

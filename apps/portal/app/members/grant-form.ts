import { dayRange } from '@highwater/calendar';
import { DIRECTIONS, MESSAGE_ACTIONS } from '@highwater/domain';
import type { GrantChoice } from '../api/members.ts';
import { isDay } from '../components/is-day.ts';
import { KINDS } from '../search/kinds.ts';
import { listField, textField } from '../session/act.ts';
import { departmentOfKey } from './department-name.ts';

/** What a grant editor looks for besides what it offers. */
export interface Sought {
  readonly who: string;
  readonly customer: string;
  readonly room: string;
  readonly department: string;
}

export const NOTHING_SOUGHT: Sought = { who: '', customer: '', room: '', department: '' };

export function soughtIn(form: FormData): Sought {
  return {
    who: textField(form, 'seekWho'),
    customer: textField(form, 'seekCustomer'),
    room: textField(form, 'seekRoom'),
    department: textField(form, 'seekDepartment'),
  };
}

/** A grant as its form sends it; days are those of the company's zone, the last one included. */
export function grantIn(form: FormData, zone: string): GrantChoice {
  const day = (name: string, edge: 'from' | 'until'): number | null => {
    const typed = textField(form, name);
    return isDay(typed) ? dayRange(zone, typed)[edge] : null;
  };
  const among = <Known extends string>(known: readonly Known[], name: string): Known[] => {
    const sent = listField(form, name);
    return known.filter((each) => sent.includes(each));
  };
  const isEverything = form.has('isEverything');
  return {
    actions: among(MESSAGE_ACTIONS, 'actions'),
    employees: listField(form, 'employees'),
    departments: listField(form, 'departments').map(departmentOfKey),
    departmentsAsOf: textField(form, 'departmentsAsOf') === 'now' ? 'now' : 'message',
    isSelf: form.has('isSelf'),
    isEverything,
    customers: listField(form, 'customers'),
    tags: listField(form, 'tags').map((key) => {
      const [connectionId = '', tagId = ''] = key.split(' ');
      return { connectionId, tagId };
    }),
    rooms: listField(form, 'rooms'),
    kinds: among(KINDS, 'kinds'),
    directions: among(DIRECTIONS, 'directions'),
    sentFrom: day('sentFrom', 'from'),
    sentUntil: day('sentUntil', 'until'),
    expiresAt: day('expiresOn', 'until'),
    note: textField(form, 'note') || null,
  };
}

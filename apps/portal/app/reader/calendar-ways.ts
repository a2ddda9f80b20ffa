import { paths } from '../paths.ts';
import { addressQuery, type ReadingAddress } from './reading-address.ts';

/** Where a calendar of busy days leads. */
export interface CalendarWays {
  /** The days of a month ("YYYY-MM"), as data. */
  readonly daysOf: (month: string) => string;
  /** The page that shows a month, where no JavaScript turns it in place. */
  readonly turnTo: (month: string) => string;
  /** Leads to the first message of a day ("YYYY-MM-DD"); without one the target of a form that has a field `day`. */
  readonly jumpTo: (day?: string) => string;
  /** What such a form sends along. */
  readonly carried: Readonly<Record<string, string | null>>;
}

export function conversationWays(conversationId: string, address: ReadingAddress): CalendarWays {
  const carried = addressQuery(address);
  return {
    daysOf: (month) => paths.busyDays(conversationId, month),
    turnTo: (month) => paths.conversation(conversationId, { ...carried, month }),
    jumpTo: (day) => paths.conversationAt(conversationId, day === undefined ? {} : { ...carried, day }),
    carried,
  };
}

export function timelineWays(
  person: { readonly connectionId: string; readonly personKey: string },
  address: ReadingAddress,
): CalendarWays {
  const carried = { gap: addressQuery(address).gap };
  return {
    daysOf: (month) => paths.timelineDays(person, month),
    turnTo: (month) => paths.timeline(person, { ...carried, month }),
    jumpTo: (day) => paths.timeline(person, day === undefined ? {} : { ...carried, day }),
    carried,
  };
}

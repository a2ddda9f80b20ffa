import type { MessageRow, PersonOfMessages } from '@highwater/db';
import { DIRECTIONS, type SearchCounts } from '@highwater/domain';

/** People and rooms that are named. */
const NAMED = 20;

/** Numbers of messages that are known to match, as an index would count them. */
export function countRows(
  rows: readonly MessageRow[],
  people: readonly Pick<PersonOfMessages, 'personKey' | 'messageIds'>[],
  zone: string,
): SearchCounts {
  const days = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const present = people.flatMap(({ personKey, messageIds }) => messageIds.map(() => personKey));
  return {
    total: rows.length,
    isExact: true,
    days: tally(rows.map(({ sentAt }) => days.format(sentAt)))
      .map(([day, count]) => ({ day, count }))
      .toSorted((one, other) => (one.day < other.day ? -1 : 1)),
    kinds: tally(rows.map(({ kind }) => kind)).map(([kind, count]) => ({ kind, count })),
    directions: tally(rows.map(({ direction }) => direction))
      .map(([direction, count]) => ({ direction, count }))
      .toSorted((one, other) => DIRECTIONS.indexOf(one.direction) - DIRECTIONS.indexOf(other.direction)),
    people: tally(present)
      .slice(0, NAMED)
      .map(([personKey, count]) => ({ personKey, count })),
    rooms: tally(rows.flatMap(({ roomId }) => roomId ?? []))
      .slice(0, NAMED)
      .map(([roomId, count]) => ({ roomId, count })),
  };
}

/** Each value once with how often it is there, most first. */
function tally<Value extends string>(values: readonly Value[]): [Value, number][] {
  return [...Map.groupBy(values, (value) => value)]
    .map(([value, each]): [Value, number] => [value, each.length])
    .toSorted(([one, many], [other, few]) => few - many || (one < other ? -1 : 1));
}

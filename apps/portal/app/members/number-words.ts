import type { ReachNumbersView } from '../api/setup-types.ts';
import type { Words } from '../words/words-context.tsx';

type Counted = ReachNumbersView['messages'];

/** What rights open, in numbers, largest first: "41 of 60 employees, 3,104,220 messages …". */
export function numberWords(numbers: ReachNumbersView, { t, formatCount }: Words): string {
  const { employees, messages, customers, rooms, firstDay, lastDay, kind } = numbers;
  if (kind === 'none') return t('grants.numbers.nothing');
  const counts = { seen: formatCount(employees.seen), total: formatCount(employees.total) };
  const counted = (
    number: Counted,
    exact: 'messages' | 'customers' | 'rooms',
    atLeast: 'atLeastMessages' | 'atLeastCustomers' | 'atLeastRooms',
  ) => {
    if (number === null) return [];
    return [t(`grants.numbers.${number.isExact ? exact : atLeast}`, { count: formatCount(number.count) })];
  };
  const parts = [
    employees.seen === employees.total
      ? t('grants.numbers.allEmployees', counts)
      : t('grants.numbers.employees', counts),
    ...counted(messages, 'messages', 'atLeastMessages'),
    ...counted(customers, 'customers', 'atLeastCustomers'),
    ...counted(rooms, 'rooms', 'atLeastRooms'),
    ...(firstDay === null || lastDay === null ? [] : [t('grants.numbers.days', { first: firstDay, last: lastDay })]),
    ...([messages, customers, rooms].includes(null) ? [t('grants.numbers.long')] : []),
  ];
  return parts.join(t('grants.numbers.between'));
}

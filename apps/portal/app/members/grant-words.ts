import type { Role } from '@highwater/domain';
import type { PersonView } from '../api/types.ts';
import { personName } from '../components/person-name.tsx';
import type { Words } from '../words/words-context.tsx';

/** Employees named in a grant; the rest is a count. */
const NAMED = 4;

/** What somebody may read, as a sentence. */
export function grantWords(
  { role, employees }: { role: Role; employees: readonly string[] },
  people: readonly PersonView[],
  { t }: Words,
): string {
  if (role !== 'viewer') return t('members.readsAll');
  if (employees.length === 0) return t('members.readsNone');
  const names = employees.slice(0, NAMED).map((key) => {
    const person = people.find(({ personKey }) => personKey === key);
    return person === undefined ? key : personName(person);
  });
  const rest = employees.length - names.length;
  const list = names.join(t('common.comma'));
  return t('members.reads', { names: rest > 0 ? t('members.andMore', { names: list, count: rest }) : list });
}

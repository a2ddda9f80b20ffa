import type { Role } from '@highwater/domain';
import type { GrantedDepartmentView } from '../api/setup-types.ts';
import type { PersonView } from '../api/types.ts';
import { personName } from '../components/person-name.tsx';
import type { Words } from '../words/words-context.tsx';
import { grantedName } from './department-name.ts';

/** Employees or departments named in a grant; the rest is a count. */
const NAMED = 4;

interface Granted {
  readonly role: Role;
  readonly employees: readonly string[];
  readonly departments: readonly GrantedDepartmentView[];
}

/** What somebody may read, as a sentence. */
export function grantWords(
  { role, employees, departments }: Granted,
  people: readonly PersonView[],
  words: Words,
): string {
  const { t } = words;
  if (role !== 'viewer') return t('members.readsAll');
  if (employees.length + departments.length === 0) return t('members.readsNone');
  const listed = (names: readonly string[]) => {
    const list = names.slice(0, NAMED).join(t('common.comma'));
    return names.length > NAMED ? t('members.andMore', { names: list, count: names.length - NAMED }) : list;
  };
  const parts: string[] = [];
  if (employees.length > 0) {
    const names = employees.map((key) => {
      const person = people.find(({ personKey }) => personKey === key);
      return person === undefined ? key : personName(person);
    });
    parts.push(t('members.reads', { names: listed(names) }));
  }
  const inAs = (asOf: GrantedDepartmentView['asOf']) =>
    departments.filter((each) => each.asOf === asOf).map((each) => grantedName(each, words));
  const [then, now] = [inAs('message'), inAs('now')];
  if (then.length > 0) parts.push(t('members.readsDepartmentsThen', { names: listed(then) }));
  if (now.length > 0) parts.push(t('members.readsDepartmentsNow', { names: listed(now) }));
  return parts.join(t('members.between'));
}

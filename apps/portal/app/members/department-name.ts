import type { DepartmentView, GrantedDepartmentView } from '../api/setup-types.ts';
import type { Words } from '../words/words-context.tsx';

/** Between the departments of a path. */
const BELOW = ' / ';

/** What a department is called, without those above it. */
export function departmentName({ path, departmentId }: DepartmentView, { t }: Pick<Words, 't'>): string {
  return path.at(-1) ?? t('members.unnamedDepartment', { id: departmentId });
}

/** A department with those above it, but for the company itself at the top. */
export function departmentPath(department: DepartmentView, words: Pick<Words, 't'>): string {
  const above = department.path.slice(1, -1).flatMap((name) => name ?? []);
  return [...above, departmentName(department, words)].join(BELOW);
}

/** The same with what became of it. */
export function grantedName(department: GrantedDepartmentView, words: Pick<Words, 't'>): string {
  const name = departmentPath(department, words);
  return department.goneAt === null ? name : words.t('members.vanishedDepartment', { name });
}

/** A department as a form sends it. */
export function departmentKey({
  connectionId,
  departmentId,
}: Pick<DepartmentView, 'connectionId' | 'departmentId'>): string {
  return `${connectionId} ${departmentId}`;
}

/** The department of `departmentKey`; the API judges what is none. */
export function departmentOfKey(key: string): { readonly connectionId: string; readonly departmentId: string } {
  const [connectionId = '', departmentId = ''] = key.split(' ');
  return { connectionId, departmentId };
}

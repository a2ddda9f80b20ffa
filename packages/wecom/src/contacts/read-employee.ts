import type { DepartmentRecord, EmployeeRecord } from '@highwater/domain';
import { Fields } from '../parse/fields.ts';
import { cleanId, foldPerson } from '../parse/fold-person.ts';
import type { JsonObject } from '../parse/json.ts';
import { departmentOf, idOf, idsOf, textOf } from './answer-fields.ts';

const STATUSES: ReadonlyMap<number | null, EmployeeRecord['status']> = new Map([
  [1, 'active'],
  [2, 'disabled'],
  [4, 'not_activated'],
  [5, 'left'],
]);

/** Answer of user/get. Undefined when neither it nor the question names a person. */
export function readEmployee(answer: JsonObject, asked: string): EmployeeRecord | undefined {
  const fields = new Fields(answer);
  const writtenAs = idOf(fields, 'userid') ?? cleanId(asked);
  const personKey = foldPerson(writtenAs);
  if (personKey === null) return undefined;
  const main = departmentOf(idOf(fields, 'main_department'));
  const all = readDepartmentIds(answer, 'department');
  return {
    personKey,
    writtenAs,
    name: textOf(fields, 'name'),
    alias: textOf(fields, 'alias'),
    position: textOf(fields, 'position'),
    departmentIds: main !== null && all.includes(main) ? [main, ...all.filter((id) => id !== main)] : all,
    status: STATUSES.get(fields.number('status')) ?? 'other',
  };
}

/** One department of department/list, simplelist or get; undefined without an id. */
export function readDepartment(fields: Fields): DepartmentRecord | undefined {
  const departmentId = departmentOf(idOf(fields, 'id'));
  if (departmentId === null) return undefined;
  const parentId = departmentOf(idOf(fields, 'parentid'));
  return {
    departmentId,
    // The root's parent is 0, which is none.
    parentId: parentId === '0' ? null : parentId,
    name: textOf(fields, 'name'),
    position: departmentOf(idOf(fields, 'order')),
    leaders: idsOf(fields.object, 'department_leader').flatMap((id) => foldPerson(id) ?? []),
  };
}

function readDepartmentIds(answer: JsonObject, name: string): readonly string[] {
  return idsOf(answer, name).flatMap((id) => departmentOf(id) ?? []);
}

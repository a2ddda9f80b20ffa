import { FaultError, type CorpSecret, type DepartmentRecord } from '@highwater/domain';
import { Fields } from '../parse/fields.ts';
import { isObject } from '../parse/json.ts';
import { objectsOf } from './answer-fields.ts';
import type { ContactLine } from './open-contact-line.ts';
import { readDepartment } from './read-employee.ts';

/** WeCom closed department/list for the secret of contacts (doc 90208), and may close others for an app. */
const REFUSALS: ReadonlySet<string> = new Set(['secret.wrong_kind', 'scope.missing', 'app.not_permitted']);
const NO_PERMISSION = 48009;
/** Names are asked for one by one where the list is closed; beyond so many departments ids must do. */
const MOST_ASKED = 2_000;
/** Asked for at once; the line lets fewer through. */
const AT_ONCE = 4;

/** All departments that a secret may see, with names where it may see these. */
export async function listDepartments(line: ContactLine, secret: CorpSecret): Promise<readonly DepartmentRecord[]> {
  try {
    const answer = await line.call(secret, 'department.list', {});
    return readAll(objectsOf(answer, 'department'));
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
  const answer = await line.call(secret, 'department.simplelist', {});
  return addNames(line, secret, readAll(objectsOf(answer, 'department_id')));
}

/** One that may not be asked for stays without its name; when none may, the asking ends. */
async function addNames(
  line: ContactLine,
  secret: CorpSecret,
  departments: readonly DepartmentRecord[],
): Promise<readonly DepartmentRecord[]> {
  const named = [...departments];
  let isClosed = false;
  for (let start = 0; start < Math.min(named.length, MOST_ASKED) && !isClosed; start += AT_ONCE) {
    await Promise.all(
      departments.slice(start, Math.min(start + AT_ONCE, MOST_ASKED)).map(async (department, offset) => {
        try {
          const query = { id: department.departmentId };
          const { department: found } = await line.call(secret, 'department.get', { query });
          const read = isObject(found) ? readDepartment(new Fields(found)) : undefined;
          if (read?.departmentId === department.departmentId) named[start + offset] = read;
        } catch (error) {
          if (error instanceof FaultError && error.fault === 'department.unknown') return;
          if (!isRefusal(error)) throw error;
          isClosed ||= !(error instanceof FaultError && error.fault === 'scope.missing');
        }
      }),
    );
  }
  return named;
}

function readAll(list: readonly Fields[]): readonly DepartmentRecord[] {
  const byId = new Map<string, DepartmentRecord>();
  for (const fields of list) {
    const department = readDepartment(fields);
    if (department !== undefined) byId.set(department.departmentId, department);
  }
  return [...byId.values()];
}

function isRefusal(error: unknown): boolean {
  return error instanceof FaultError && (REFUSALS.has(error.fault) || error.detail['errcode'] === NO_PERMISSION);
}

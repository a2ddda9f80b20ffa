import type { DepartmentEntry, EmployeeEntry } from '../../directory/entries.ts';
import type { Directory } from '../../directory/directory.ts';
import { APPS, ContactRefusal, type ContactApi, type ContactCall } from './contact-api.ts';
import { pageOf, readLimit, readText } from './read-body.ts';

/** The employee, in the app's visible range: else 60111 for nobody, 60011 for somebody outside. */
export function getVisibleEmployee(directory: Directory, userid: string): EmployeeEntry {
  const employee = directory.findEmployee(userid);
  if (!employee) throw new ContactRefusal(60111);
  if (!employee.isVisible) throw new ContactRefusal(60011);
  return employee;
}

function writeEmployee(directory: Directory, employee: EmployeeEntry): Record<string, unknown> {
  const { userid, name, departments, position, directLeaders, telephone, alias, status } = employee;
  return {
    userid,
    name,
    department: departments,
    order: departments.map(() => 0),
    position,
    is_leader_in_dept: departments.map((id) => (employee.leads.includes(id) ? 1 : 0)),
    direct_leader: directLeaders.filter((leader) => directory.findEmployee(leader)?.isVisible),
    telephone,
    alias,
    main_department: departments[0] ?? 1,
    extattr: { attrs: [] },
    status,
    external_position: '',
    external_profile: { external_corp_name: '', external_attr: [] },
    open_userid: '',
  };
}

/** Who leads which department. */
function listLeaders(directory: Directory): Map<number, string[]> {
  const leaders = new Map<number, string[]>();
  for (const { userid, leads } of directory.employees()) {
    for (const id of leads) leaders.set(id, [...(leaders.get(id) ?? []), userid]);
  }
  return leaders;
}

function writeDepartment(leaders: ReadonlyMap<number, readonly string[]>, department: DepartmentEntry) {
  const { id, name, nameEn, parentId, order } = department;
  return { id, name, name_en: nameEn, parentid: parentId, order, department_leader: leaders.get(id) ?? [] };
}

/** Departments in range, of the whole tree or below `id`; 60123 or 60011 for an `id` that cannot be shown. */
function listDepartments({ corp, purpose, query }: ContactCall): DepartmentEntry[] {
  const all = corp.directory.departments();
  const isSync = purpose === 'contacts' && corp.contactsKind === 'sync';
  const shown = all.filter((department) => isSync || department.isVisible);
  if (query('id') === '') return shown;
  const root = getDepartment(all, query('id'), isSync);
  const wanted = new Set([root.id]);
  for (let grown = -1; grown !== wanted.size;) {
    grown = wanted.size;
    for (const department of all) if (wanted.has(department.parentId)) wanted.add(department.id);
  }
  return shown.filter((department) => wanted.has(department.id));
}

function getDepartment(all: readonly DepartmentEntry[], id: string, isSync: boolean): DepartmentEntry {
  const department = all.find((candidate) => String(candidate.id) === id);
  if (!department) throw new ContactRefusal(60123);
  if (!department.isVisible && !isSync) throw new ContactRefusal(60011);
  return department;
}

function* listPairs(directory: Directory): Generator<{ userid: string; department: number }> {
  for (const { userid, departments } of directory.employees()) {
    for (const department of departments) yield { userid, department };
  }
}

export const STAFF_APIS: readonly ContactApi[] = [
  {
    method: 'GET',
    path: 'user/get',
    opens: APPS,
    answer: ({ corp: { directory }, query }) =>
      writeEmployee(directory, getVisibleEmployee(directory, query('userid'))),
  },
  {
    method: 'POST',
    path: 'user/list_id',
    opens: ['contacts:sync'],
    answer({ corp, body }) {
      const { items, next } = pageOf(
        listPairs(corp.directory),
        readText(body, 'cursor'),
        readLimit(body, 10_000, 10_000),
      );
      return { dept_user: items, next_cursor: next };
    },
  },
  {
    method: 'GET',
    path: 'department/list',
    opens: APPS,
    answer(call) {
      const leaders = listLeaders(call.corp.directory);
      return { department: listDepartments(call).map((department) => writeDepartment(leaders, department)) };
    },
  },
  {
    method: 'GET',
    path: 'department/simplelist',
    opens: [...APPS, 'contacts:sync'],
    answer: (call) => ({
      department_id: listDepartments(call).map(({ id, parentId, order }) => ({ id, parentid: parentId, order })),
    }),
  },
  {
    method: 'GET',
    path: 'department/get',
    opens: APPS,
    answer({ corp: { directory }, query }) {
      const department = getDepartment(directory.departments(), query('id'), false);
      return { department: writeDepartment(listLeaders(directory), department) };
    },
  },
  {
    method: 'GET',
    path: 'tag/list',
    opens: APPS,
    answer: ({ corp }) => ({
      taglist: corp.directory.staffTags().map(({ id, name }) => ({ tagid: id, tagname: name })),
    }),
  },
  {
    method: 'GET',
    path: 'tag/get',
    opens: APPS,
    answer({ corp: { directory }, query }) {
      const tag = directory.staffTags().find((candidate) => String(candidate.id) === query('tagid'));
      if (!tag) throw new ContactRefusal(40068);
      const people = tag.userids.flatMap((userid) => directory.findEmployee(userid) ?? []);
      const userlist = people.filter(({ isVisible }) => isVisible).map(({ userid, name }) => ({ userid, name }));
      return { tagname: tag.name, userlist, partylist: tag.departments };
    },
  },
];

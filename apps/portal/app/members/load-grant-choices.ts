import { listRooms } from '../api/archive.ts';
import { listCustomerTags, listDepartments, type GrantChoice } from '../api/members.ts';
import type { VisitorApi } from '../api/visitor-api.ts';
import { listChoices } from '../people/list-choices.ts';
import { OFFERED } from '../people/offered.ts';
import type { Sought } from './grant-form.ts';

export type GrantChoices = Awaited<ReturnType<typeof loadGrantChoices>>;

/** What a grant editor offers: what was looked for, and always what is chosen already. */
export async function loadGrantChoices(
  api: VisitorApi,
  sought: Sought,
  chosen: Pick<GrantChoice, 'employees' | 'customers'>,
) {
  const [employees, customers, rooms, departments, tags] = await Promise.all([
    listChoices(api, { who: sought.who, chosen: chosen.employees, kind: 'employee' }),
    listChoices(api, { who: sought.customer, chosen: chosen.customers, kind: 'external_contact' }),
    listRooms(api, sought.room === '' ? {} : { q: sought.room }),
    listDepartments(api, { limit: OFFERED, ...(sought.department === '' ? {} : { q: sought.department }) }),
    listCustomerTags(api),
  ]);
  return {
    sought,
    employees,
    customers,
    rooms: rooms.items,
    departments: departments.items,
    hasMoreDepartments: departments.nextCursor !== null,
    tags: tags.items,
  };
}

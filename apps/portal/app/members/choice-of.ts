import type { GrantChoice } from '../api/members.ts';
import type { GrantView } from '../api/setup-types.ts';
import { KINDS } from '../search/kinds.ts';

/** A grant as it stands, as it would be asked for. */
export function choiceOf(grant: GrantView): GrantChoice {
  const { actions, employees, departmentsAsOf, isSelf, isEverything, customers, rooms, directions } = grant;
  const { sentFrom, sentUntil, expiresAt, note } = grant;
  return {
    actions,
    employees,
    departmentsAsOf,
    isSelf,
    isEverything,
    customers,
    rooms,
    directions,
    sentFrom,
    sentUntil,
    expiresAt,
    note,
    departments: grant.departments.map(({ connectionId, departmentId }) => ({ connectionId, departmentId })),
    tags: grant.tags.map(({ connectionId, tagId }) => ({ connectionId, tagId })),
    kinds: KINDS.filter((kind) => grant.kinds.includes(kind)),
  };
}

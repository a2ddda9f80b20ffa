import type { GrantChoice } from '../api/members.ts';
import type { OfferedGrantView } from '../api/setup-types.ts';
import { departmentKey } from './department-name.ts';
import { tagKey } from './grant-fields.tsx';
import type { GrantChoices } from './load-grant-choices.ts';

/** A grant as it was chosen, as the editor shows one: with what is known of its things from what is offered. */
export function shownGrant(grant: GrantChoice, choices: GrantChoices): OfferedGrantView {
  const departments = choices.departments.filter((each) =>
    grant.departments.some((chosen) => departmentKey(chosen) === departmentKey(each)),
  );
  const unlisted = grant.departments
    .filter((chosen) => !departments.some((each) => departmentKey(each) === departmentKey(chosen)))
    .map((chosen) => ({ ...chosen, path: [null], goneAt: null }));
  const tags = choices.tags.filter((tag) => grant.tags.some((chosen) => tagKey(chosen) === tagKey(tag)));
  const { departmentsAsOf: asOf } = grant;
  return {
    ...grant,
    actions: [...grant.actions],
    departments: [...departments, ...unlisted].map((each) => ({ ...each, asOf })),
    tags,
    names: [
      ...[...choices.employees, ...choices.customers].map((person) => ({
        key: person.personKey,
        name: person.displayName,
      })),
      ...choices.rooms.flatMap(({ roomId, name }) => (name === null ? [] : [{ key: roomId, name }])),
    ],
  } as OfferedGrantView;
}

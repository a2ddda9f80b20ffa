import type { SeenPersonView } from '../api/types.ts';

/** Somebody to choose, with every id under which the archive knows them. */
export interface JoinedPerson {
  readonly person: SeenPersonView;
  /** Of `person` first. */
  readonly keys: readonly string[];
}

/** People each once: ids of one customer come together, and so does an id that several connections know. Named ones first. */
export function joinCustomers(people: readonly SeenPersonView[]): readonly JoinedPerson[] {
  const inOrder = [...people.filter(({ name }) => name !== null), ...people.filter(({ name }) => name === null)];
  const taken = new Set<string>();
  return inOrder.flatMap((person) => {
    if (taken.has(person.personKey)) return [];
    const keys = [...new Set<string>([person.personKey, ...person.otherIds.map(({ personKey }) => personKey)])];
    for (const key of keys) taken.add(key);
    return [{ person, keys }];
  });
}

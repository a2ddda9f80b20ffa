import type { PersonKey, SearchCounts } from '@highwater/domain';

/**
 * People counted once where several ids are one customer, under the id that was counted most; `same` are the ids of each of
 * the people, in their order. Most first.
 */
export function joinCustomers(
  { people, together }: Pick<SearchCounts, 'people' | 'together'>,
  same: readonly (readonly PersonKey[])[],
): SearchCounts['people'] {
  const counts = new Map(people.map(({ personKey, count }) => [personKey, count]));
  const taken = new Set<PersonKey>();
  const joined = people.flatMap(({ personKey }, at) => {
    if (taken.has(personKey)) return [];
    const ids = (same[at] ?? [personKey]).filter((id) => counts.has(id) && !taken.has(id));
    for (const id of ids) taken.add(id);
    const sum = ids.reduce((total, id) => total + (counts.get(id) ?? 0), 0);
    // What several of them took part in was counted for each.
    const twice = together.reduce((total, shared) => {
      const present = shared.people.filter((id) => ids.includes(id)).length;
      return total + Math.max(0, present - 1) * shared.count;
    }, 0);
    return [{ personKey, count: sum - twice }];
  });
  return joined.toSorted((one, other) => other.count - one.count);
}

import type { PersonKey, SearchCounts } from '@highwater/domain';

/**
 * People counted once where several ids are one customer, under the id that was counted most; `same` are the ids of each of
 * the people, in their order, and `countAny` says in how many messages one of some ids is: two of them may be in one room,
 * so their numbers are no sum. Most first.
 */
export async function joinCustomers(
  people: SearchCounts['people'],
  same: readonly (readonly PersonKey[])[],
  countAny: (ids: readonly PersonKey[]) => Promise<number>,
): Promise<SearchCounts['people']> {
  const taken = new Set<PersonKey>();
  const joined: { readonly personKey: PersonKey; readonly count: number }[] = [];
  for (const [at, { personKey, count }] of people.entries()) {
    if (taken.has(personKey)) continue;
    const ids = same[at] ?? [personKey];
    for (const id of ids) taken.add(id);
    joined.push({ personKey, count: ids.length === 1 ? count : await countAny(ids) });
  }
  return joined.toSorted((one, other) => other.count - one.count);
}

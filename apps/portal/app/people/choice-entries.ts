import type { SeenPersonView } from '../api/types.ts';
import type { PickEntry } from '../components/pick-list.tsx';
import { personName } from '../components/person-name.tsx';
import { joinCustomers, type JoinedPerson } from './join-customers.ts';
import { personNotes } from './person-notes.ts';

/**
 * People to tick, each customer once and those chosen on top; behind the name what tells them apart. A customer who was
 * chosen under one of several ids stays chosen under that one.
 */
export function choiceEntries(
  people: readonly SeenPersonView[],
  chosen: readonly string[],
): { readonly entries: readonly PickEntry[]; readonly chosen: readonly string[] } {
  const joined = joinCustomers(people);
  const entries = tellApart(joined.map((each) => entryOf(each, chosen)));
  const known = new Set(joined.flatMap(({ keys }) => keys));
  const unknown = chosen.filter((key) => !known.has(key)).map((key) => ({ value: key, name: key }));
  const isChosen = ({ value }: PickEntry) => chosen.includes(value);
  const onTop = [...entries.filter(isChosen), ...unknown];
  return {
    entries: [...onTop, ...entries.filter((entry) => !isChosen(entry))],
    chosen: onTop.map(({ value }) => value),
  };
}

function entryOf({ person, keys }: JoinedPerson, chosen: readonly string[]): PickEntry {
  const name = personName(person);
  const isEmployee = person.kind === 'employee' && person.writtenAs !== name;
  return {
    value: keys.find((key) => chosen.includes(key)) ?? person.personKey,
    name,
    detail: personNotes(person).join(' · '),
    note: isEmployee ? person.writtenAs : undefined,
    alsoKnownAs: keys.join(' '),
  };
}

/** The id beside those who would look the same without it. */
function tellApart(entries: readonly PickEntry[]): readonly PickEntry[] {
  const looks = ({ name, detail }: PickEntry) => `${name}\n${detail}`;
  const times = Map.groupBy(entries, looks);
  return entries.map((entry) =>
    entry.note === undefined && (times.get(looks(entry))?.length ?? 0) > 1 ? { ...entry, note: entry.value } : entry,
  );
}

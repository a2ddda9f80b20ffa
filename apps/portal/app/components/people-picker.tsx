import type { PersonView } from '../api/types.ts';
import { useWords } from '../words/words-context.tsx';
import { personName } from './person-name.tsx';
import { PickList } from './pick-list.tsx';

interface PickerProps {
  readonly legend: string;
  readonly hint?: string;
  readonly name: string;
  readonly people: readonly PersonView[];
  readonly chosen: readonly string[];
}

/** People to tick, found by any name at hand; those chosen before stay, known or not. */
export function PeoplePicker({ people, chosen, ...rest }: PickerProps) {
  const { t } = useWords();
  const offered = new Set<string>(people.map(({ personKey }) => personKey));
  const entries = [
    ...people.map((person) => ({
      value: person.personKey,
      name: personName(person),
      note: person.displayName === person.writtenAs ? undefined : person.writtenAs,
      alsoKnownAs: `${person.displayName} ${person.currentName ?? ''}`,
    })),
    ...chosen.filter((key) => !offered.has(key)).map((key) => ({ value: key, name: key })),
  ];
  return (
    <PickList
      {...rest}
      entries={entries}
      chosen={chosen}
      filterWord={t('members.filterPeople')}
      none={t('members.noEmployees')}
    />
  );
}

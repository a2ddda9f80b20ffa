import { useState } from 'react';
import type { PersonView } from '../api/types.ts';
import { useWords } from '../words/words-context.tsx';
import { CONTROL } from './field.tsx';
import { personName } from './person-name.tsx';

interface PickerProps {
  readonly legend: string;
  readonly hint?: string;
  readonly name: string;
  readonly people: readonly PersonView[];
  readonly chosen: readonly string[];
}

/** A list to tick people in; with JavaScript it can be narrowed by typing. Ticked ones never hide. */
export function PeoplePicker({ legend, hint, name, people, chosen }: PickerProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => new Set(chosen));
  const wanted = typed.trim().toLowerCase();
  const fits = (person: PersonView) =>
    ticked.has(person.personKey) ||
    `${person.displayName} ${person.currentName ?? ''} ${person.writtenAs}`.toLowerCase().includes(wanted);
  const tick = (key: string, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(key);
    else next.delete(key);
    setTicked(next);
  };
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-sm font-medium">
        {legend}{' '}
        <span className="font-normal text-muted tabular-nums">
          {t('members.chosen', { count: ticked.size, total: people.length })}
        </span>
      </legend>
      {people.length > 8 && (
        <input
          type="search"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          placeholder={t('members.filterPeople')}
          aria-label={t('members.filterPeople')}
          className={`${CONTROL} mb-1 noscript:hidden`}
        />
      )}
      <div className="max-h-56 overflow-auto rounded-md border border-line">
        {people.map((person) => (
          <label
            key={person.personKey}
            hidden={!fits(person)}
            className="flex min-h-9 items-center gap-2 px-3 hover:bg-surface-2 [&[hidden]]:hidden"
          >
            <input
              type="checkbox"
              name={name}
              value={person.personKey}
              checked={ticked.has(person.personKey)}
              onChange={(event) => tick(person.personKey, event.target.checked)}
            />
            <span className="truncate">{personName(person)}</span>
            {person.displayName !== person.writtenAs && (
              <span className="truncate font-mono text-xs text-muted">{person.writtenAs}</span>
            )}
          </label>
        ))}
        {chosen
          .filter((key) => !people.some(({ personKey }) => personKey === key))
          .map((key) => (
            <label key={key} className="flex min-h-9 items-center gap-2 px-3 hover:bg-surface-2">
              <input type="checkbox" name={name} value={key} defaultChecked />
              <span className="truncate font-mono text-xs">{key}</span>
            </label>
          ))}
        {people.length === 0 && <p className="px-3 py-2 text-sm text-muted">{t('members.noEmployees')}</p>}
      </div>
      {hint && <p className="mt-1 text-xs text-muted">{hint}</p>}
    </fieldset>
  );
}

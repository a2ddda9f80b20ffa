import { useState } from 'react';
import { useWords } from '../words/words-context.tsx';
import { CONTROL } from './field.tsx';

export interface PickEntry {
  readonly value: string;
  readonly name: string;
  /** Stands behind the name: an id. */
  readonly note?: string | undefined;
  /** Stands there too: what tells those of one name apart. */
  readonly detail?: string | undefined;
  /** By what else it is found. */
  readonly alsoKnownAs?: string | undefined;
  /** How deep it stands below others, and what it is called where they are not shown. */
  readonly depth?: number | undefined;
  readonly whole?: string | undefined;
}

interface PickListProps {
  readonly legend: string;
  readonly hint?: string | undefined;
  readonly name: string;
  readonly entries: readonly PickEntry[];
  readonly chosen: readonly string[];
  /** What the box says that narrows the list. */
  readonly filterWord: string;
  readonly none: string;
}

/** Entries from which on typing narrows them. */
const MANY = 8;
/** By depth; deeper ones stand like the last, so that names keep their room on a phone. */
const INDENTS = ['ps-3', 'ps-7', 'ps-11', 'ps-15', 'ps-19'];

/** A list to tick entries in; with JavaScript it can be narrowed by typing. Ticked ones never hide. */
export function PickList({ legend, hint, name, entries, chosen, filterWord, none }: PickListProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => new Set(chosen));
  const wanted = typed.trim().toLowerCase();
  const fits = ({ value, name: called, note = '', detail = '', alsoKnownAs = '', whole = '' }: PickEntry) =>
    ticked.has(value) || `${called} ${note} ${detail} ${alsoKnownAs} ${whole}`.toLowerCase().includes(wanted);
  const tick = (value: string, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(value);
    else next.delete(value);
    setTicked(next);
  };
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-sm font-medium">
        {legend}{' '}
        <span className="font-normal text-muted tabular-nums">{t('members.chosen', { count: ticked.size })}</span>
      </legend>
      {entries.length > MANY && (
        <input
          type="search"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          placeholder={filterWord}
          aria-label={filterWord}
          className={`${CONTROL} mb-1 noscript:hidden`}
        />
      )}
      <div className="max-h-56 overflow-auto rounded-md border border-line">
        {entries.map((entry) => (
          <label
            key={entry.value}
            hidden={!fits(entry)}
            className={`flex min-h-9 items-center gap-2 pe-3 hover:bg-surface-2 [&[hidden]]:hidden ${INDENTS[wanted === '' ? Math.min(entry.depth ?? 0, INDENTS.length - 1) : 0]}`}
          >
            <input
              type="checkbox"
              name={name}
              value={entry.value}
              checked={ticked.has(entry.value)}
              onChange={(event) => tick(entry.value, event.target.checked)}
            />
            <span className="truncate">{wanted === '' ? entry.name : (entry.whole ?? entry.name)}</span>
            {entry.detail !== undefined && entry.detail !== '' && (
              <span className="min-w-0 truncate text-xs text-muted">{entry.detail}</span>
            )}
            {entry.note !== undefined && <span className="truncate font-mono text-xs text-muted">{entry.note}</span>}
          </label>
        ))}
        {entries.length === 0 && <p className="px-3 py-2 text-sm text-muted">{none}</p>}
      </div>
      {hint && <p className="mt-1 text-xs text-muted">{hint}</p>}
    </fieldset>
  );
}

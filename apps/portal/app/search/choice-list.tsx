import { useState } from 'react';
import { CONTROL } from '../components/field.tsx';

interface Option {
  readonly value: string;
  readonly label: string;
}

interface ChoiceListProps {
  readonly type: 'radio' | 'checkbox';
  readonly name: string;
  readonly choices: readonly Option[];
  readonly chosen: readonly string[];
  /** What a box says that narrows a long list by typing, where JavaScript runs. */
  readonly filterWord?: string;
}

/** Choices of a filter. Those that do not fit what is typed hide, except chosen ones. */
export function ChoiceList({ type, name, choices, chosen, filterWord }: ChoiceListProps) {
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLowerCase();
  const fits = ({ value, label }: Option) =>
    chosen.includes(value) || `${label} ${value}`.toLowerCase().includes(wanted);
  return (
    <>
      {filterWord !== undefined && (
        <input
          type="search"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          placeholder={filterWord}
          aria-label={filterWord}
          className={`${CONTROL} mb-1 noscript:hidden`}
        />
      )}
      {choices.map((choice) => (
        <label
          key={choice.value}
          hidden={!fits(choice)}
          className="flex min-h-8 items-center gap-2 rounded-md px-2 hover:bg-surface-2 [&[hidden]]:hidden"
        >
          <input type={type} name={name} value={choice.value} defaultChecked={chosen.includes(choice.value)} />
          <span className="truncate">{choice.label}</span>
        </label>
      ))}
    </>
  );
}

import type { ReactNode } from 'react';
import type { SupportScope } from '../api/support.ts';
import { SelectField } from '../components/select-field.tsx';
import { useWords } from '../words/words-context.tsx';

interface ScopeFieldsProps {
  readonly legend: string;
  readonly scopes: readonly SupportScope[];
  readonly chosen: readonly string[];
  readonly error?: ReactNode;
}

/** The scopes that can be asked or given, each with what it reads. */
export function ScopeFields({ legend, scopes, chosen, error }: ScopeFieldsProps) {
  const { t } = useWords();
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 text-sm font-medium">{legend}</legend>
      {scopes.map((scope) => (
        <label
          key={scope}
          className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-2 rounded-md border border-line px-3 py-2 has-checked:border-accent has-checked:bg-accent-soft"
        >
          <input type="checkbox" name="scopes" value={scope} defaultChecked={chosen.includes(scope)} />
          <span className="font-medium">{t(`support.scope.${scope}`)}</span>
          <span className="col-start-2 text-xs text-muted">{t(`support.scope.about.${scope}`)}</span>
        </label>
      ))}
      {error && <p className="text-sm text-loss">{error}</p>}
    </fieldset>
  );
}

/** 1 to `most` hours. */
export function HoursField({ label, most, chosen }: { label: string; most: number; chosen: number }) {
  const { t } = useWords();
  const options = Array.from({ length: most }, (_, at) => String(at + 1)).map((value) => ({
    value,
    label: t('support.hoursCount', { count: Number(value) }),
  }));
  return <SelectField label={label} name="hours" defaultValue={String(chosen)} options={options} />;
}

import { useState } from 'react';
import type { DepartmentView, GrantedDepartmentView } from '../api/setup-types.ts';
import { CONTROL } from '../components/field.tsx';
import { useWords } from '../words/words-context.tsx';
import { departmentKey, departmentName, departmentPath, grantedName } from './department-name.ts';

interface DepartmentPickerProps {
  /** The tree, read from above. */
  readonly departments: readonly DepartmentView[];
  readonly chosen: readonly GrantedDepartmentView[];
  /** What was looked for by name; empty when nothing. */
  readonly sought: string;
}

const AS_OF = [
  ['message', 'aboutMessage'],
  ['now', 'aboutNow'],
] as const;

/** By depth; deeper ones stand like the last, so that names keep their room on a phone. */
const INDENTS = ['ps-3', 'ps-7', 'ps-11', 'ps-15', 'ps-19'];

/** Departments of the tree to tick, and as of when they are meant; with JavaScript the list can be narrowed by typing. */
export function DepartmentPicker({ departments, chosen, sought }: DepartmentPickerProps) {
  const words = useWords();
  const { t } = words;
  const [typed, setTyped] = useState('');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => new Set(chosen.map(departmentKey)));
  const wanted = typed.trim().toLowerCase();
  const isNarrow = wanted !== '' || sought !== '';
  const offered = new Set(departments.map(departmentKey));
  const rows = [
    ...chosen
      .filter((each) => !offered.has(departmentKey(each)))
      .map((each) => ({ key: departmentKey(each), name: grantedName(each, words), depth: 0 })),
    ...departments.map((each) => ({
      key: departmentKey(each),
      name: isNarrow ? departmentPath(each, words) : departmentName(each, words),
      depth: isNarrow ? 0 : each.path.length - 1,
    })),
  ];
  const tick = (key: string, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(key);
    else next.delete(key);
    setTicked(next);
  };
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <fieldset className="min-w-0">
        <legend className="mb-1 text-sm font-medium">
          {t('members.departments')}{' '}
          <span className="font-normal text-muted tabular-nums">
            {t('members.chosen', { count: ticked.size, total: rows.length })}
          </span>
        </legend>
        {rows.length > 8 && (
          <input
            type="search"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            placeholder={t('members.findDepartments')}
            aria-label={t('members.findDepartments')}
            className={`${CONTROL} mb-1 noscript:hidden`}
          />
        )}
        <div className="max-h-56 overflow-auto rounded-md border border-line">
          {rows.map(({ key, name, depth }) => (
            <label
              key={key}
              hidden={!ticked.has(key) && !name.toLowerCase().includes(wanted)}
              className={`flex min-h-9 items-center gap-2 pe-3 hover:bg-surface-2 [&[hidden]]:hidden ${INDENTS[Math.min(depth, INDENTS.length - 1)]}`}
            >
              <input
                type="checkbox"
                name="departments"
                value={key}
                checked={ticked.has(key)}
                onChange={(event) => tick(key, event.target.checked)}
              />
              <span className="truncate">{name}</span>
            </label>
          ))}
          {rows.length === 0 && (
            <p className="px-3 py-2 text-sm text-muted">
              {t(sought === '' ? 'members.noDepartments' : 'members.noDepartmentFits')}
            </p>
          )}
        </div>
        <p className="mt-1 text-xs text-muted">{t('members.departmentsHint')}</p>
      </fieldset>
      {rows.length > 0 && (
        <fieldset className="flex flex-col gap-1">
          <legend className="mb-1 text-sm font-medium">{t('members.asOf.legend')}</legend>
          {AS_OF.map(([value, about]) => (
            <label
              key={value}
              className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-2 rounded-md border border-line px-3 py-2 has-checked:border-accent has-checked:bg-accent-soft"
            >
              <input
                type="radio"
                name="departmentsAsOf"
                value={value}
                defaultChecked={value === (chosen[0]?.asOf ?? 'message')}
              />
              <span className="font-medium">{t(`members.asOf.${value}`)}</span>
              <span className="col-start-2 text-xs text-muted">{t(`members.asOf.${about}`)}</span>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}

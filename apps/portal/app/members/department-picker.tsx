import type { DepartmentView, GrantedDepartmentView } from '../api/setup-types.ts';
import { PickList } from '../components/pick-list.tsx';
import { useWords } from '../words/words-context.tsx';
import { departmentKey, departmentName, departmentPath, grantedName } from './department-name.ts';

interface DepartmentPickerProps {
  /** The tree, read from above. */
  readonly departments: readonly DepartmentView[];
  readonly chosen: readonly GrantedDepartmentView[];
  readonly asOf: 'message' | 'now';
  /** What was looked for by name; empty when nothing. */
  readonly sought: string;
}

const AS_OF = [
  ['message', 'aboutMessage'],
  ['now', 'aboutNow'],
] as const;

/** Departments of the tree to tick, and as of when they are meant. */
export function DepartmentPicker({ departments, chosen, asOf, sought }: DepartmentPickerProps) {
  const words = useWords();
  const { t } = words;
  const offered = new Set(departments.map(departmentKey));
  const entries = [
    ...chosen
      .filter((each) => !offered.has(departmentKey(each)))
      .map((each) => ({ value: departmentKey(each), name: grantedName(each, words) })),
    ...departments.map((each) => ({
      value: departmentKey(each),
      name: sought === '' ? departmentName(each, words) : departmentPath(each, words),
      whole: departmentPath(each, words),
      depth: sought === '' ? each.path.length - 1 : 0,
    })),
  ];
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <PickList
        legend={t('members.departments')}
        hint={t('members.departmentsHint')}
        name="departments"
        entries={entries}
        chosen={chosen.map(departmentKey)}
        filterWord={t('members.findDepartments')}
        none={t(sought === '' ? 'members.noDepartments' : 'members.noDepartmentFits')}
      />
      {entries.length > 0 && (
        <fieldset className="flex flex-col gap-1">
          <legend className="mb-1 text-sm font-medium">{t('members.asOf.legend')}</legend>
          {AS_OF.map(([value, about]) => (
            <label
              key={value}
              className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-2 rounded-md border border-line px-3 py-2 has-checked:border-accent has-checked:bg-accent-soft"
            >
              <input type="radio" name="departmentsAsOf" value={value} defaultChecked={value === asOf} />
              <span className="font-medium">{t(`members.asOf.${value}`)}</span>
              <span className="col-start-2 text-xs text-muted">{t(`members.asOf.${about}`)}</span>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}

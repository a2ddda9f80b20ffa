import type { SearchAnswer } from '../api/types.ts';
import { useWords } from '../words/words-context.tsx';

/** What was searched: of all messages, and of all employees. */
export function CoverageLine({ coverage }: { coverage: SearchAnswer['coverage'] }) {
  const { t, formatCount } = useWords();
  const { archived, indexed, employeesSeen, employeesTotal } = coverage;
  const limited = employeesSeen < employeesTotal;
  return (
    <p className="text-xs text-muted tabular-nums">
      {t('search.coverage', { searched: formatCount(indexed), total: formatCount(archived) })}
      {' · '}
      {limited
        ? t('search.roleSees', { seen: formatCount(employeesSeen), total: formatCount(employeesTotal) })
        : t('search.roleSeesAll', { total: formatCount(employeesTotal) })}
    </p>
  );
}

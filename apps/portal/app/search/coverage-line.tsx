import type { Action } from '@highwater/domain';
import type { SearchCoverage, SearchEngine } from '../api/search-types.ts';
import { ToneIcon } from '../components/state-badge.tsx';
import { TextLink } from '../components/text-link.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';

interface CoverageProps {
  readonly coverage: SearchCoverage;
  readonly engine: SearchEngine;
  readonly actions: readonly Action[];
}

/** What was searched: of all messages, of their files, and of all employees; each part leads to what explains it. */
export function CoverageLine({ coverage, engine, actions }: CoverageProps) {
  const { t, formatCount } = useWords();
  const { archived, indexed, filesNotReadable, employeesSeen, employeesTotal, isNarrowed } = coverage;
  const isLimited = employeesSeen < employeesTotal;
  const searched = t('search.coverage', { searched: formatCount(indexed), total: formatCount(archived) });
  const files = t('search.filesNotReadable', { count: filesNotReadable, number: formatCount(filesNotReadable) });
  const numbers = { seen: formatCount(employeesSeen), total: formatCount(employeesTotal) };
  const role = isNarrowed
    ? t('search.roleSeesPart', numbers)
    : isLimited
      ? t('search.roleSees', numbers)
      : t('search.roleSeesAll', { total: formatCount(employeesTotal) });
  const sees = actions.includes('see_completeness');
  return (
    <p className="flex flex-wrap items-center gap-x-1.5 text-xs text-muted tabular-nums [&>:not(:last-child)]:after:ml-1.5 [&>:not(:last-child)]:after:content-['·']">
      <span>
        {indexed < archived && (
          <span className="mr-1 inline-block align-middle">
            <ToneIcon tone="waiting" size={13} />
          </span>
        )}
        {sees ? <TextLink to={paths.searchIndex()}>{searched}</TextLink> : searched}
      </span>
      {filesNotReadable > 0 && (
        <span>{sees ? <TextLink to={`${paths.files({ list: 'unread' })}#list`}>{files}</TextLink> : files}</span>
      )}
      <span>
        <TextLink to={actions.includes('see_members') ? paths.members() : paths.people({ kind: 'employee' })}>
          {role}
        </TextLink>
      </span>
      <span>{t(`search.engine.${engine}`)}</span>
    </p>
  );
}

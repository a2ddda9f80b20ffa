import { Link } from '@remix-run/react';
import type { PersonView } from '../api/types.ts';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';

export const PERSON_KINDS = ['employee', 'external_contact', 'robot'] as const satisfies readonly PersonView['kind'][];

interface KindTabsProps {
  readonly kind: PersonView['kind'] | null;
  /** The rest of the filter, which stays. */
  readonly query: Readonly<Record<string, string | null>>;
}

/** Employees, contacts, robots, or all of them. */
export function KindTabs({ kind, query }: KindTabsProps) {
  const { t } = useWords();
  return (
    <nav aria-label={t('people.kinds')} className="mb-3 flex flex-wrap gap-1">
      {[null, ...PERSON_KINDS].map((each) => (
        <Link
          key={each ?? ''}
          to={paths.people({ ...query, kind: each })}
          aria-current={each === kind ? 'page' : undefined}
          className={`inline-flex min-h-8 items-center rounded-full px-3 text-sm ${each === kind ? 'bg-accent-soft font-medium text-accent' : 'text-muted hover:bg-surface-3'}`}
        >
          {each === null ? t('people.everybody') : t(`reader.person.${each}`)}
        </Link>
      ))}
    </nav>
  );
}

import { ChevronDown } from 'lucide-react';
import { useWords } from '../words/words-context.tsx';
import { Facets } from './facets.tsx';
import type { Filters } from './filters.ts';
import type { Numbers } from './use-numbers.ts';

/** How the hits divide: beside them, on narrow screens folded above them. */
export function FacetsPlace({ numbers, filters }: { numbers: Numbers; filters: Filters }) {
  const { t } = useWords();
  if (numbers === 'failed') return null;
  if (numbers === 'waiting') {
    return (
      <>
        <div aria-hidden className="h-8 lg:hidden noscript:hidden max-lg:order-first" />
        <div aria-hidden className="hidden flex-col gap-2 lg:flex noscript:hidden">
          {Array.from({ length: 8 }, (_, at) => (
            <div key={at} className="h-6 animate-pulse rounded-sm bg-surface-2" />
          ))}
        </div>
      </>
    );
  }
  return (
    <>
      <details className="group/facets max-lg:order-first lg:hidden">
        <summary className="flex min-h-8 items-center gap-1.5 text-sm text-accent">
          {t('search.narrowBy')}
          <ChevronDown aria-hidden size={14} className="group-open/facets:rotate-180" />
        </summary>
        <div className="mt-1 rounded-md border border-line p-3">
          <Facets numbers={numbers.numbers} filters={filters} />
        </div>
      </details>
      <aside aria-label={t('search.narrowBy')} className="hidden lg:block">
        <Facets numbers={numbers.numbers} filters={filters} />
      </aside>
    </>
  );
}

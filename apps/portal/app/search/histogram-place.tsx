import { paths } from '../paths.ts';
import { TextLink } from '../components/text-link.tsx';
import { useWords } from '../words/words-context.tsx';
import { filterQuery } from './filter-query.ts';
import type { Filters } from './filters.ts';
import { Histogram } from './histogram.tsx';
import type { DaySpan } from './relative-range.ts';
import type { Numbers } from './use-numbers.ts';

/** The histogram, or as much room as it will take. */
export function HistogramPlace({ numbers, filters, span }: { numbers: Numbers; filters: Filters; span: DaySpan }) {
  const { t } = useWords();
  return (
    <div className="min-h-28 noscript:min-h-0">
      {numbers === 'waiting' ? (
        <>
          <div role="status" className="noscript:hidden">
            <span className="sr-only">{t('search.numbersLoading')}</span>
            <div aria-hidden className="pt-6">
              <div className="h-16 animate-pulse rounded-sm bg-surface-2" />
            </div>
          </div>
          <TextLink
            to={paths.search({ ...filterQuery(filters), numbers: 'true' })}
            className="hidden text-sm noscript:inline"
          >
            {t('search.showNumbers')}
          </TextLink>
        </>
      ) : numbers === 'failed' ? (
        <p role="status" className="pt-2 text-xs text-muted">
          {t('search.numbersFailed')}
        </p>
      ) : (
        <Histogram key={JSON.stringify(filters)} days={numbers.numbers.days} filters={filters} span={span} />
      )}
    </div>
  );
}

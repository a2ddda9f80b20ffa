import type { Action } from '@highwater/domain';
import { SearchX } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SearchAnswer } from '../api/types.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { useWords } from '../words/words-context.tsx';
import { CoverageLine } from './coverage-line.tsx';
import { FacetsPlace } from './facets-place.tsx';
import { isEmpty, type Filters } from './filters.ts';
import { HistogramPlace } from './histogram-place.tsx';
import { spanOf } from './relative-range.ts';
import { Results } from './results.tsx';
import { narrowTotal, TotalLine } from './total-line.tsx';
import { useNumbers, type Numbers } from './use-numbers.ts';

interface FoundProps {
  readonly answer: SearchAnswer;
  readonly filters: Filters;
  readonly given: Numbers;
  /** Today in the company's zone. */
  readonly today: string;
  readonly actions: readonly Action[];
}

/** Why nothing is listed: the archive is empty, not all of it could be searched, or nothing matches. */
function Nothing({ answer, filters }: { answer: SearchAnswer; filters: Filters }) {
  const { t } = useWords();
  const { indexed, archived } = answer.coverage;
  const isReversed = filters.from !== '' && filters.until !== '' && filters.from > filters.until;
  const title = isEmpty(filters)
    ? 'search.emptyArchive'
    : isReversed
      ? 'search.reversed'
      : indexed < archived
        ? 'search.nothingAfter'
        : 'search.nothing';
  return (
    <EmptyState icon={SearchX} title={t(title)}>
      {t(`${title}Cure`)}
    </EmptyState>
  );
}

/** The hits with what was searched, how they divide, and how many they are. */
export function Found({ answer, filters, given, today, actions }: FoundProps) {
  const isNothing = answer.items.length === 0 && answer.nextCursor === null;
  const coverage = <CoverageLine coverage={answer.coverage} engine={answer.engine} actions={actions} />;
  if (isNothing) {
    return (
      <div className="mt-5 flex flex-col gap-3">
        <Nothing answer={answer} filters={filters} />
        {coverage}
      </div>
    );
  }
  return <Divided answer={answer} filters={filters} given={given} today={today} coverage={coverage} />;
}

function Divided({
  answer,
  filters,
  given,
  today,
  coverage,
}: Pick<FoundProps, 'answer' | 'filters' | 'given' | 'today'> & { coverage: ReactNode }) {
  const numbers = useNumbers(filters, given);
  const counted = typeof numbers === 'object' ? numbers.numbers.total : undefined;
  return (
    <div className="mt-5">
      <HistogramPlace numbers={numbers} filters={filters} span={spanOf(filters, today)} />
      <div className="mt-3 grid gap-x-8 gap-y-3 lg:grid-cols-[minmax(0,1fr)_15rem]">
        <div className="min-w-0">
          <div className="mb-3 flex flex-col gap-0.5">
            <TotalLine total={narrowTotal(answer.total, counted)} />
            {coverage}
          </div>
          <Results key={JSON.stringify(filters)} answer={answer} filters={filters} />
        </div>
        <FacetsPlace numbers={numbers} filters={filters} />
      </div>
    </div>
  );
}

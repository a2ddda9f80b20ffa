import { Link, useNavigate } from '@remix-run/react';
import { useMemo, useRef } from 'react';
import type { SearchNumbers } from '../api/search-types.ts';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';
import { filterQuery } from './filter-query.ts';
import type { Filters } from './filters.ts';
import { makeBuckets, sumBars, type Bucket } from './make-buckets.ts';
import type { DaySpan } from './relative-range.ts';
import { useBarRange } from './use-bar-range.ts';

interface HistogramProps {
  readonly days: SearchNumbers['days'];
  readonly filters: Filters;
  /** The days that are asked for. */
  readonly span: DaySpan;
}

/** Height of a bar in hundredths; what is there at all stays visible. */
function heightOf(count: number, most: number): number {
  return count === 0 ? 0 : Math.max(3, (count / most) * 100);
}

/** Messages over time. Every bar leads to its stretch; with JavaScript a range is dragged, or chosen by keyboard. */
export function Histogram({ days, filters, span }: HistogramProps) {
  const { t, formatCount } = useWords();
  const navigate = useNavigate();
  const strip = useRef<HTMLDivElement>(null);
  const { from, until } = span;
  const { step, bars } = useMemo(() => makeBuckets(days, { from, until }), [days, from, until]);
  const addressOf = (bar: Bucket) => paths.search(filterQuery(filters, { from: bar.from, until: bar.until }));
  const range = useBarRange(strip, bars.length, (one, other) => {
    const chosen = sumBars(bars, one, other);
    if (chosen !== null) navigate(addressOf(chosen));
  });
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const inWords = (bar: Bucket) =>
    t('search.bar', {
      range: bar.from === bar.until ? bar.from : t('search.fromUntil', { from: bar.from, until: bar.until }),
      count: bar.count,
      number: formatCount(bar.count),
    });
  const chosen = range.range === null ? null : sumBars(bars, ...range.range);
  if (bars.length === 0) return null;
  return (
    <figure>
      <figcaption className="mb-1 flex flex-wrap justify-between gap-x-3 text-xs text-muted">
        <span>{t(`search.byStep.${step}`)}</span>
        <output className="text-ink tabular-nums">{chosen === null ? '' : inWords(chosen)}</output>
      </figcaption>
      <div className="w-fit max-w-full">
        <div
          ref={strip}
          {...range.handlers}
          role="group"
          aria-label={t(`search.byStep.${step}`)}
          title={t('search.dragHint')}
          className="flex h-16 w-fit max-w-full touch-pan-y items-stretch border-b border-line select-none"
        >
          {bars.map((bar, at) => {
            const lit = range.isIn(at);
            return (
              <Link
                key={bar.from}
                to={addressOf(bar)}
                data-bar={at}
                draggable={false}
                tabIndex={range.tabIndexOf(at)}
                aria-label={inWords(bar)}
                title={inWords(bar)}
                className={`w-12 min-w-0 shrink px-px hover:bg-surface-3 focus-visible:-outline-offset-2 ${lit ? 'bg-accent-soft' : ''}`}
              >
                <svg aria-hidden width="100%" height="100%" className={lit ? 'text-accent-strong' : 'text-accent'}>
                  <rect
                    width="100%"
                    y={`${100 - heightOf(bar.count, most)}%`}
                    height={`${heightOf(bar.count, most)}%`}
                    fill="currentColor"
                  />
                </svg>
              </Link>
            );
          })}
        </div>
        <div aria-hidden className="flex justify-between gap-3 text-xs text-muted tabular-nums">
          <span>{bars.at(0)?.from}</span>
          {bars.length > 1 && <span>{bars.at(-1)?.until}</span>}
        </div>
      </div>
    </figure>
  );
}

import { Link } from '@remix-run/react';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';
import { filterQuery } from './filter-query.ts';
import type { Filters } from './filters.ts';
import { daysOf, RANGES, rangeWord } from './relative-range.ts';

/** Days told from today on; in the address, in a saved search and in words they stay so. */
export function DayPresets({ filters, today }: { filters: Filters; today: string }) {
  const { t } = useWords();
  const choices = [
    ...RANGES.map((range) => {
      const { from, until } = daysOf(range, today);
      const days = from === until ? from : t('search.fromUntil', { from, until });
      return { range, word: rangeWord(range, t), days };
    }),
    { range: '', word: t('search.allTime'), days: undefined } as const,
  ];
  const hasOwn = filters.from !== '' || filters.until !== '';
  return (
    <div className="mb-2 flex flex-wrap gap-1">
      {choices.map(({ range, word, days }) => (
        <Link
          key={word}
          to={paths.search(filterQuery(filters, { range, from: '', until: '' }))}
          title={days}
          aria-current={!hasOwn && filters.range === range ? 'true' : undefined}
          className="rounded-md bg-surface-3 px-2 py-1 text-xs hover:text-accent aria-[current]:bg-accent-soft aria-[current]:text-accent"
        >
          {word}
        </Link>
      ))}
    </div>
  );
}

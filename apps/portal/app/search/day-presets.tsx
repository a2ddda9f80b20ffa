import { Link } from '@remix-run/react';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';
import { filterQuery } from './filter-query.ts';
import type { Filters } from './filters.ts';

/** The day `days` before, by the calendar. */
function daysBefore(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - days);
  return at.toISOString().slice(0, 10);
}

const monthStart = (day: string) => `${day.slice(0, 7)}-01`;

export function DayPresets({ filters, today }: { filters: Filters; today: string }) {
  const { t } = useWords();
  const lastOfBefore = daysBefore(monthStart(today), 1);
  const presets = [
    { word: t('search.today'), from: today, until: today },
    { word: t('search.yesterday'), from: daysBefore(today, 1), until: daysBefore(today, 1) },
    { word: t('search.lastDays', { count: 7 }), from: daysBefore(today, 6), until: today },
    { word: t('search.lastDays', { count: 30 }), from: daysBefore(today, 29), until: today },
    { word: t('search.thisMonth'), from: monthStart(today), until: today },
    { word: t('search.lastMonth'), from: monthStart(lastOfBefore), until: lastOfBefore },
  ];
  return (
    <div className="mb-2 flex flex-wrap gap-1">
      {presets.map(({ word, from, until }) => (
        <Link
          key={word}
          to={paths.search(filterQuery(filters, { from, until }))}
          className="rounded-md bg-surface-3 px-2 py-1 text-xs hover:text-accent"
        >
          {word}
        </Link>
      ))}
    </div>
  );
}

import { Form, Link } from '@remix-run/react';
import { ChevronLeft, ChevronRight, ChevronsLeft, ChevronsRight, type LucideIcon } from 'lucide-react';
import { useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { Button } from '../components/button.tsx';
import { CONTROL } from '../components/field.tsx';
import { HiddenFields } from '../components/hidden-fields.tsx';
import { useWords } from '../words/words-context.tsx';
import type { CalendarWays } from './calendar-ways.ts';
import { addMonths, busyness, monthGrid } from './month-grid.ts';
import { stepDay } from './step-day.ts';

/** The busy days of one month. */
export interface BusyMonth {
  /** "YYYY-MM" */
  readonly month: string;
  readonly days: readonly { readonly day: string; readonly count: number }[];
  /** First and last day of all; null where nothing of it may be seen. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
}

interface CalendarProps {
  readonly ways: CalendarWays;
  readonly first: BusyMonth;
  /** The day that is read now. */
  readonly day: string | null;
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const SHADES = ['', 'bg-accent/10', 'bg-accent/20', 'bg-accent/30', 'bg-accent/40'] as const;
const CELL = 'grid h-9 w-full place-items-center rounded-md tabular-nums';

interface TurnProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly to: string | null;
  readonly onTurn: (event: MouseEvent) => void;
}

function Turn({ icon: Icon, label, to, onTurn }: TurnProps) {
  const shape = 'grid size-8 place-items-center rounded-md';
  if (to === null) {
    return (
      <span aria-hidden className={`${shape} text-line`}>
        <Icon size={16} />
      </span>
    );
  }
  return (
    <Link to={to} aria-label={label} title={label} onClick={onTurn} className={`${shape} hover:bg-surface-3`}>
      <Icon aria-hidden size={16} />
    </Link>
  );
}

/** Asks for the days of a month; what is on the page stays when no answer comes. */
async function fetchMonth(href: string): Promise<BusyMonth | null> {
  const response = await fetch(href).catch(() => null);
  return response?.ok ? ((await response.json().catch(() => null)) as BusyMonth | null) : null;
}

/** The days on which something was said; each leads to its first message. */
export function BusyCalendar({ ways, first, day }: CalendarProps) {
  const { t } = useWords();
  const [turned, setTurned] = useState<{ of: BusyMonth; shown: BusyMonth }>({ of: first, shown: first });
  const shown = turned.of === first ? turned.shown : first;
  const grid = useRef<HTMLTableElement>(null);
  const { month, days, firstDay, lastDay } = shown;
  const counts = new Map(days.map((each) => [each.day, each.count]));
  const most = Math.max(0, ...counts.values());

  const hasMonth = (other: string) =>
    firstDay !== null && lastDay !== null && other >= firstDay.slice(0, 7) && other <= lastDay.slice(0, 7);
  const within = (by: number): string | null => {
    if (firstDay === null || lastDay === null) return null;
    const wanted = addMonths(month, by);
    const [low, high] = [firstDay.slice(0, 7), lastDay.slice(0, 7)];
    const nearest = wanted < low ? low : wanted > high ? high : wanted;
    const isOnward = by < 0 ? nearest < month : nearest > month;
    return isOnward && hasMonth(nearest) ? nearest : null;
  };
  const turn = async (to: string | null, focus: 'first' | 'last' | null) => {
    if (to === null) return;
    const next = await fetchMonth(ways.daysOf(to));
    if (next === null) return;
    setTurned({ of: first, shown: next });
    if (focus === null) return;
    requestAnimationFrame(() => {
      const links = [...(grid.current?.querySelectorAll<HTMLElement>('a') ?? [])];
      links.at(focus === 'first' ? 0 : -1)?.focus();
    });
  };
  const turnLink = (by: number) => {
    const to = within(by);
    return {
      to: to === null ? null : ways.turnTo(to),
      onTurn: (event: MouseEvent) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        void turn(to, null);
      },
    };
  };
  const press = (event: KeyboardEvent) => {
    const links = [...(grid.current?.querySelectorAll<HTMLElement>('a[data-day]') ?? [])];
    const from = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['day'] : undefined;
    if (from === undefined) return;
    const step = stepDay(
      links.map((link) => link.dataset['day'] ?? ''),
      from,
      event.key,
      event.shiftKey,
    );
    if (step === null) return;
    event.preventDefault();
    if ('day' in step) links.find((link) => link.dataset['day'] === step.day)?.focus();
    else void turn(within(step.months), step.months < 0 ? 'last' : 'first');
  };
  const [year, number] = month.split('-');
  return (
    <div className="flex w-72 max-w-full flex-col gap-2 max-sm:w-full">
      <div className="flex items-center justify-between">
        <span className="flex">
          <Turn icon={ChevronsLeft} label={t('reading.previousYear')} {...turnLink(-12)} />
          <Turn icon={ChevronLeft} label={t('reading.previousMonth')} {...turnLink(-1)} />
        </span>
        <span aria-live="polite" className="text-sm font-medium tabular-nums">
          {t('reading.monthOf', { year: year ?? '', month: number ?? '' })}
        </span>
        <span className="flex">
          <Turn icon={ChevronRight} label={t('reading.nextMonth')} {...turnLink(1)} />
          <Turn icon={ChevronsRight} label={t('reading.nextYear')} {...turnLink(12)} />
        </span>
      </div>
      <table ref={grid} aria-label={t('reading.calendar')} className="w-full table-fixed text-sm">
        <thead>
          <tr>
            {WEEKDAYS.map((weekday) => (
              <th key={weekday} scope="col" className="h-7 text-xs font-normal text-muted">
                {t(`reading.weekday.${weekday}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {monthGrid(month).map((week, place) => (
            <tr key={place}>
              {week.map((cell, at) => {
                const count = cell === null ? 0 : (counts.get(cell.day) ?? 0);
                return (
                  <td key={at} className="p-0.5">
                    {cell !== null && count > 0 ? (
                      <Link
                        to={ways.jumpTo(cell.day)}
                        data-day={cell.day}
                        onKeyDown={press}
                        aria-current={cell.day === day ? 'date' : undefined}
                        aria-label={t('reading.dayCount', { day: cell.day, count })}
                        title={t('reading.dayCount', { day: cell.day, count })}
                        className={`${CELL} font-medium hover:bg-accent hover:text-accent-ink aria-[current]:ring-2 aria-[current]:ring-accent ${SHADES[busyness(count, most)]}`}
                      >
                        {cell.number}
                      </Link>
                    ) : (
                      <span className={`${CELL} text-muted`}>{cell?.number}</span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="min-h-5 text-xs text-muted tabular-nums">
        {most === 0
          ? t('reading.nothingThisMonth')
          : t('reading.messages', { count: days.reduce((sum, { count }) => sum + count, 0) })}
      </p>
      <Form method="get" action={ways.jumpTo()} className="flex items-center gap-2">
        <HiddenFields values={ways.carried} />
        <input
          type="date"
          name="day"
          required
          data-go-to-date=""
          aria-label={t('reading.date')}
          {...(firstDay === null ? {} : { min: firstDay })}
          {...(lastDay === null ? {} : { max: lastDay })}
          defaultValue={day ?? lastDay ?? undefined}
          className={CONTROL}
        />
        <Button>{t('reading.goToDate')}</Button>
      </Form>
    </div>
  );
}

import type { ScheduleView } from '../api/export-types.ts';
import { StateBadge, type Tone } from '../components/state-badge.tsx';
import { useWords } from '../words/words-context.tsx';

/** Runs that a schedule shows. */
const SHOWN = 5;

const TONES: Readonly<Record<ScheduleView['lastRuns'][number]['state'], Tone>> = {
  pulling: 'waiting',
  building: 'waiting',
  mailing: 'waiting',
  done: 'healthy',
  failed: 'loss',
};

/** How the last runs went; for a failed one the sentence that says why. */
export function LastRuns({ schedule }: { schedule: ScheduleView }) {
  const { t, fault, formatDateTime } = useWords();
  if (schedule.lastRuns.length === 0) return <p className="text-sm text-muted">{t('schedules.noRuns')}</p>;
  return (
    <ol aria-label={t('schedules.lastRuns')} className="flex flex-col gap-1 border-l-2 border-line pl-3 text-sm">
      {schedule.lastRuns.slice(0, SHOWN).map((run) => (
        <li key={`${run.day}-${run.startedAt}`} className="flex flex-wrap items-center gap-x-3">
          <span className="tabular-nums">{t('schedules.runOf', { day: run.day })}</span>
          <StateBadge tone={TONES[run.state]}>{t(`schedules.state.${run.state}`)}</StateBadge>
          {run.finishedAt !== null && (
            <span className="text-xs text-muted tabular-nums">{formatDateTime(run.finishedAt, schedule.zone)}</span>
          )}
          {run.fault !== null && <span className="text-loss">{fault(run.fault).title}</span>}
        </li>
      ))}
    </ol>
  );
}

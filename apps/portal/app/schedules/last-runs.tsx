import type { ScheduleView } from '../api/export-types.ts';
import { StateBadge, type Tone } from '../components/state-badge.tsx';
import { useWords } from '../words/words-context.tsx';

/** Runs that a schedule shows. */
const SHOWN = 5;

const STATES = ['running', 'complete', 'failed'] as const;
const TONES: Readonly<Record<(typeof STATES)[number], Tone>> = { running: 'waiting', complete: 'healthy', failed: 'loss' };

function stateOf(state: string): (typeof STATES)[number] {
  if (/^(?:complete|done|mailed|sent)/.test(state)) return 'complete';
  return state === 'failed' ? 'failed' : 'running';
}

/** How the last runs went; for a failed one the sentence that says why. */
export function LastRuns({ schedule }: { schedule: ScheduleView }) {
  const { t, fault, formatDateTime } = useWords();
  if (schedule.lastRuns.length === 0) return <p className="text-sm text-muted">{t('schedules.noRuns')}</p>;
  return (
    <ol aria-label={t('schedules.lastRuns')} className="flex flex-col gap-1 border-l-2 border-line pl-3 text-sm">
      {schedule.lastRuns.slice(0, SHOWN).map((run) => {
        const state = stateOf(run.state);
        return (
          <li key={`${run.runDay}-${run.startedAt}`} className="flex flex-wrap items-center gap-x-3">
            <span className="tabular-nums">{t('schedules.runOf', { day: run.runDay })}</span>
            <StateBadge tone={TONES[state]}>{t(`schedules.state.${state}`)}</StateBadge>
            {run.finishedAt !== null && (
              <span className="text-xs text-muted tabular-nums">{formatDateTime(run.finishedAt, schedule.zone)}</span>
            )}
            {run.fault !== null && <span className="text-loss">{fault(run.fault).title}</span>}
          </li>
        );
      })}
    </ol>
  );
}

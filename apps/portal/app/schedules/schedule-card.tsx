import { Form } from '@remix-run/react';
import { Play } from 'lucide-react';
import type { ScheduleView } from '../api/export-types.ts';
import { Button } from '../components/button.tsx';
import { Confirm } from '../components/confirm.tsx';
import { FormProblem } from '../components/form-problem.tsx';
import { StateBadge } from '../components/state-badge.tsx';
import type { Refusal } from '../session/act.ts';
import { useWords } from '../words/words-context.tsx';
import { LastRuns } from './last-runs.tsx';

function Act({ schedule, intent, word }: { schedule: ScheduleView; intent: string; word: string }) {
  return (
    <Form method="post">
      <input type="hidden" name="scheduleId" value={schedule.scheduleId} />
      <Button name="intent" value={intent} icon={intent === 'run' ? <Play aria-hidden size={14} /> : null}>
        {word}
      </Button>
    </Form>
  );
}

/** A daily export: when, to whom, how the last ones went. */
export function ScheduleCard({ schedule, refusal }: { schedule: ScheduleView; refusal: Refusal | undefined }) {
  const { t, formatDateTime } = useWords();
  const { enabled, recipients, nextAt, zone } = schedule;
  return (
    <li className="flex flex-col gap-3 rounded-lg border border-line px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="font-medium">{schedule.name}</h2>
        <StateBadge tone={enabled ? 'healthy' : 'neutral'}>{t(enabled ? 'schedules.on' : 'schedules.off')}</StateBadge>
        <span className="text-muted tabular-nums">
          {t('schedules.dailyAt', { time: schedule.timeOfDay })} · {zone}
        </span>
      </div>
      <p className="text-sm">
        <span className="text-muted">{t('schedules.to')}</span>{' '}
        {recipients.map(({ name, email }) => `${name} (${email})`).join(t('common.comma'))}
      </p>
      {enabled && (
        <p className="text-sm text-muted tabular-nums">{t('schedules.next', { time: formatDateTime(nextAt, zone) })}</p>
      )}
      <LastRuns schedule={schedule} />
      <FormProblem problem={refusal?.typed['scheduleId'] === schedule.scheduleId ? refusal.problem : null} />
      <div className="flex flex-wrap items-start gap-2">
        <Act schedule={schedule} intent="run" word={t('schedules.runNow')} />
        <Act
          schedule={schedule}
          intent={enabled ? 'disable' : 'enable'}
          word={t(enabled ? 'schedules.disable' : 'schedules.enable')}
        />
        <Confirm
          open={t('schedules.delete')}
          warning={t('schedules.deleteWarning', { name: schedule.name })}
          confirm={t('schedules.deleteConfirm')}
          fields={{ intent: 'delete', scheduleId: schedule.scheduleId }}
        />
      </div>
    </li>
  );
}

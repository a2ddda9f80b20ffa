import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { CalendarClock } from 'lucide-react';
import { changeSchedule, createSchedule, deleteSchedule, listSchedules, runSchedule } from '../../api/exports.ts';
import { listMembers } from '../../api/members.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Panel } from '../../components/panel.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { useRefresh } from '../../components/use-refresh.tsx';
import { paths } from '../../paths.ts';
import { NewSchedule } from '../../schedules/new-schedule.tsx';
import { ScheduleCard } from '../../schedules/schedule-card.tsx';
import { act, listField, textField } from '../../session/act.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import { zoneOptions } from '../../session/zones.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('schedules.title');

/** A run shows up by itself. */
const REFRESH_MS = 10_000;

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    const me = await requireRight(visit, 'schedule');
    const [schedules, members] = await Promise.all([listSchedules(visit.api), listMembers(visit.api)]);
    const key = crypto.randomUUID();
    return { schedules: schedules.items, members: members.items, myId: me.memberId, zones: zoneOptions(), key };
  });

export const action = (args: ActionFunctionArgs) =>
  act(args, async (visit, form) => {
    const scheduleId = textField(form, 'scheduleId');
    const intent = textField(form, 'intent');
    if (intent === 'create') {
      const input = {
        name: textField(form, 'name'),
        timeOfDay: textField(form, 'timeOfDay'),
        zone: textField(form, 'zone'),
        recipients: listField(form, 'recipients'),
      };
      await createSchedule(visit.api, input, textField(form, 'key'));
    }
    if (intent === 'run') await runSchedule(visit.api, scheduleId);
    if (intent === 'enable' || intent === 'disable') {
      await changeSchedule(visit.api, scheduleId, { enabled: intent === 'enable' });
    }
    if (intent === 'delete') await deleteSchedule(visit.api, scheduleId);
    throw redirect(paths.schedules());
  });

export default function Schedules() {
  const { schedules, members, myId, zones, key } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t } = useWords();
  useRefresh(schedules.length > 0, REFRESH_MS);
  return (
    <div className="max-w-4xl">
      <PageHead title={t('schedules.title')} lead={t('schedules.lead')} />
      <Tabs
        label={t('exports.title')}
        tabs={[
          { to: paths.exports(), word: t('exports.title') },
          { to: paths.schedules(), word: t('shell.schedules') },
        ]}
      />
      {schedules.length === 0 ? (
        <EmptyState icon={CalendarClock} title={t('schedules.none')}>
          {t('schedules.noneCure')}
        </EmptyState>
      ) : (
        <ul className="flex flex-col gap-2.5">
          {schedules.map((schedule) => (
            <ScheduleCard key={schedule.scheduleId} schedule={schedule} refusal={refusal} />
          ))}
        </ul>
      )}
      <div className="mt-6">
        <Panel title={t('schedules.new')}>
          <NewSchedule
            key={schedules.length}
            members={members}
            myId={myId}
            zones={zones}
            idempotencyKey={key}
            refusal={refusal}
          />
        </Panel>
      </div>
    </div>
  );
}

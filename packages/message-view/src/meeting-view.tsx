import type { MeetingTimes, MessageBody } from '@highwater/domain';
import type { ReactNode } from 'react';
import { FieldList } from './field-list.tsx';
import { useDrawing } from './message-context.ts';
import { Moment } from './moment.tsx';
import { CardSign, TitledCard } from './titled-card.tsx';

function moments({ startsAt, endsAt }: MeetingTimes): readonly ['startsAt' | 'endsAt', ReactNode][] {
  return [
    ['startsAt', startsAt === null ? '' : <Moment at={startsAt} />],
    ['endsAt', endsAt === null ? '' : <Moment at={endsAt} />],
  ];
}

/** The day on which something begins, as a leaf of a calendar. */
function DayLeaf({ at }: { at: number | null }): ReactNode {
  const { i18n, zone } = useDrawing();
  if (at === null) return <CardSign kind="calendar" />;
  const [, month = '', day = ''] = i18n.formatDate(at, zone).split('-');
  return (
    <span
      aria-hidden="true"
      className="flex size-11 shrink-0 flex-col overflow-clip rounded-sm border border-line text-center leading-none tabular-nums"
    >
      <span className="bg-accent py-0.5 text-[11px] text-accent-ink">{month}</span>
      <span className="m-auto text-base font-medium text-ink">{day}</span>
    </span>
  );
}

export function MeetingView({ body }: { body: Extract<MessageBody, { kind: 'meeting' }> }): ReactNode {
  const { i18n } = useDrawing();
  const answer = body.reply === null ? '' : i18n.t(`kinds.meeting.replied.${body.reply}`);
  const step = i18n.t(`kinds.meeting.${body.step}`);
  return (
    <TitledCard
      kind="meeting"
      named={step}
      label={answer === '' ? undefined : answer}
      title={body.topic}
      aside={<DayLeaf at={body.startsAt} />}
    >
      <FieldList
        fields={[...moments(body), ['address', body.address], ['remarks', body.remarks], ['meetingId', body.meetingId]]}
      />
    </TitledCard>
  );
}

type NotificationBody = Extract<MessageBody, { kind: 'meeting_notification' }>;

export function MeetingNotificationView({ body }: { body: NotificationBody }): ReactNode {
  const { i18n } = useDrawing();
  return (
    <TitledCard kind="meeting_notification" label={i18n.t(`kinds.notice.${body.notice}`)} title={body.content}>
      <FieldList fields={[['meetingId', body.meetingId]]} />
    </TitledCard>
  );
}

export function CalendarView({ body }: { body: Extract<MessageBody, { kind: 'calendar' }> }): ReactNode {
  const { i18n } = useDrawing();
  const separator = i18n.language === 'zh-CN' ? '、' : ', ';
  return (
    <TitledCard kind="calendar" title={body.title} aside={<DayLeaf at={body.startsAt} />}>
      <FieldList
        fields={[
          ...moments(body),
          ['organizer', body.creator],
          ['attendees', body.attendees.join(separator)],
          ['address', body.place],
          ['remarks', body.remarks],
        ]}
      />
    </TitledCard>
  );
}

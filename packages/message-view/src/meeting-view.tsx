import type { MeetingTimes, MessageBody } from '@highwater/domain';
import type { ReactNode } from 'react';
import { FieldList } from './field-list.tsx';
import { useDrawing } from './message-context.ts';
import { Moment } from './moment.tsx';
import { TitledCard } from './titled-card.tsx';
import { Words } from './words.tsx';

function moments({ startsAt, endsAt }: MeetingTimes): readonly ['startsAt' | 'endsAt', ReactNode][] {
  return [
    ['startsAt', startsAt === null ? '' : <Moment at={startsAt} />],
    ['endsAt', endsAt === null ? '' : <Moment at={endsAt} />],
  ];
}

export function MeetingView({ body }: { body: Extract<MessageBody, { kind: 'meeting' }> }): ReactNode {
  const { i18n } = useDrawing();
  const answer = body.reply === null ? '' : i18n.t(`kinds.meeting.replied.${body.reply}`);
  const step = i18n.t(`kinds.meeting.${body.step}`);
  return (
    <TitledCard kind="meeting" label={answer === '' ? step : `${step} · ${answer}`} title={<Words text={body.topic} />}>
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
    <TitledCard
      kind="meeting_notification"
      label={i18n.t(`kinds.notice.${body.notice}`)}
      title={<Words text={body.content} />}
    >
      <FieldList fields={[['meetingId', body.meetingId]]} />
    </TitledCard>
  );
}

export function CalendarView({ body }: { body: Extract<MessageBody, { kind: 'calendar' }> }): ReactNode {
  const { i18n } = useDrawing();
  const separator = i18n.language === 'zh-CN' ? '、' : ', ';
  return (
    <TitledCard kind="calendar" title={<Words text={body.title} />}>
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

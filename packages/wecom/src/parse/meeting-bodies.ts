import type { MessageBody } from '@highwater/domain';
import type { BodyParser } from './body-parser.ts';

type Reply = Extract<MessageBody, { kind: 'meeting' }>['reply'];

const STEPS: Readonly<Record<string, 'invite' | 'reply'>> = { '101': 'invite', '102': 'reply' };
const REPLIES: Readonly<Record<string, Reply>> = {
  '1': 'joined',
  '2': 'declined',
  '3': 'tentative',
  '4': 'not_invited',
  '5': 'cancelled',
  '6': 'expired',
  '7': 'not_in_room',
};
const NOTICES: Readonly<Record<string, 'joined' | 'ended'>> = { '1': 'joined', '2': 'ended' };

export const parseMeeting: BodyParser = (fields) => {
  const status = fields.text('status');
  return {
    kind: 'meeting',
    topic: fields.text('topic'),
    startsAt: fields.time('starttime'),
    endsAt: fields.time('endtime'),
    address: fields.text('address'),
    remarks: fields.text('remarks'),
    step: STEPS[fields.text('meetingtype')] ?? 'other',
    reply: status === '' ? null : (REPLIES[status] ?? 'other'),
    meetingId: fields.text('meetingid'),
  };
};

export const parseMeetingNotification: BodyParser = (fields) => ({
  kind: 'meeting_notification',
  content: fields.text('content'),
  meetingId: fields.text('meeting_id'),
  notice: NOTICES[fields.text('notification_type')] ?? 'other',
});

export const parseCalendar: BodyParser = (fields) => ({
  kind: 'calendar',
  title: fields.text('title'),
  creator: fields.text('creatorname'),
  attendees: fields.texts('attendeename'),
  startsAt: fields.time('starttime'),
  endsAt: fields.time('endtime'),
  place: fields.text('place'),
  remarks: fields.text('remarks'),
});

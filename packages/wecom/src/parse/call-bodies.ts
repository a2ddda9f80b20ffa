import type { MeetingTimes } from '@highwater/domain';
import type { BodyParser } from './body-parser.ts';
import { Fields } from './fields.ts';
import { isObject } from './json.ts';
import { readMedia } from './read-media.ts';

type Call = 'one_video' | 'one_voice' | 'group_video' | 'group_voice';

const CALLS: Readonly<Record<string, Call>> = {
  '1': 'one_video',
  '2': 'one_voice',
  '3': 'group_video',
  '4': 'group_voice',
};

function readTimes(fields: Fields): MeetingTimes {
  return { startsAt: fields.time('starttime'), endsAt: fields.time('endtime') };
}

function entries(fields: Fields, name: string): readonly Fields[] {
  return (fields.list(name) ?? []).filter(isObject).map((item) => new Fields(item));
}

/** An archived call: its audio is one file; the id of the call stands beside the body. */
export const parseRecordedCall: BodyParser = (fields, { state, path, around }) => ({
  kind: 'meeting_voice_call',
  callId: fields.text('voiceid') || around.text('voiceid'),
  endsAt: fields.time('endtime'),
  media: fields.text('sdkfileid') === '' ? null : readMedia(fields, 'call', path),
  shownFiles: entries(fields, 'demofiledata').map((file) => ({
    fileName: file.text('filename'),
    person: state.person(file.text('demooperator')),
    ...readTimes(file),
  })),
  sharedScreens: entries(fields, 'sharescreendata').map((screen) => ({
    person: state.person(screen.text('share')),
    ...readTimes(screen),
  })),
});

export const parseCallDocument: BodyParser = (fields, { path, around }) => ({
  kind: 'voip_doc_share',
  callId: fields.text('voipid') || around.text('voipid'),
  media: readMedia(fields, 'file', path),
});

export const parseCallNotice: BodyParser = (fields) => ({
  kind: 'voiptext',
  seconds: fields.number('callduration'),
  call: CALLS[fields.text('invitetype')] ?? 'other',
});

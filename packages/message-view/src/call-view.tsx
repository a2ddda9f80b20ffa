import type { MeetingTimes, MessageBody, PersonKey } from '@highwater/domain';
import { FileText, MonitorUp, Phone, Video } from 'lucide-react';
import type { ReactNode } from 'react';
import { FieldList } from './field-list.tsx';
import { extensionOf, FileIcon } from './file-icon.tsx';
import { FileLine } from './file-view.tsx';
import { FoldedList } from './folded-list.tsx';
import { useDrawing } from './message-context.ts';
import { Moment } from './moment.tsx';
import { NamedPerson } from './named-person.tsx';
import { SoundLine } from './sound-view.tsx';
import { TitledCard } from './titled-card.tsx';
import { FileName } from './words.tsx';

function Span({ times }: { times: MeetingTimes }): ReactNode {
  return (
    <span className="text-muted">
      <Moment at={times.startsAt} />
      {times.startsAt !== null && times.endsAt !== null && ' – '}
      <Moment at={times.endsAt} />
    </span>
  );
}

/** What was shown during a call: a file, or a screen where there is no name of one. */
function Shown({ fileName, person, ...times }: MeetingTimes & { fileName: string | null; person: PersonKey | null }) {
  const { i18n } = useDrawing();
  const Sign = fileName === null ? MonitorUp : FileText;
  return (
    <span className="flex gap-1.5">
      <Sign aria-hidden size={13} className="mt-0.5 shrink-0 text-muted" />
      <span className="min-w-0">
        <span className="text-muted">
          {i18n.t(fileName === null ? 'kinds.field.sharedScreen' : 'kinds.field.shownFile')}
        </span>{' '}
        {fileName !== null && <FileName name={fileName} />} {person !== null && <NamedPerson person={person} />}{' '}
        <Span times={times} />
      </span>
    </span>
  );
}

export function RecordedCallView({ body }: { body: Extract<MessageBody, { kind: 'meeting_voice_call' }> }): ReactNode {
  const { i18n, nameOf } = useDrawing();
  return (
    <TitledCard kind="meeting_voice_call">
      {body.media === null ? (
        <p className="text-xs text-loss">{i18n.t('kinds.call.noAudio')}</p>
      ) : (
        <SoundLine media={body.media} />
      )}
      <FieldList
        fields={[
          ['endsAt', body.endsAt === null ? '' : <Moment key="end" at={body.endsAt} />],
          ['callId', body.callId],
        ]}
      />
      <FoldedList
        className="mt-1 space-y-0.5 text-xs"
        entries={[...body.shownFiles, ...body.sharedScreens.map((screen) => ({ ...screen, fileName: null }))]}
        plain={({ fileName, person }) => [fileName, nameOf(person)].filter((one) => one !== null).join(' ')}
        draw={(shown, at) => (
          <li key={at}>
            <Shown {...shown} />
          </li>
        )}
      />
    </TitledCard>
  );
}

export function CallDocumentView({ body }: { body: Extract<MessageBody, { kind: 'voip_doc_share' }> }): ReactNode {
  return (
    <TitledCard kind="voip_doc_share">
      <FileLine media={body.media} />
      <FieldList fields={[['callId', body.callId]]} />
    </TitledCard>
  );
}

/** A notice of a call: as the line that both sides saw in the chat. */
export function CallNoticeView({ body }: { body: Extract<MessageBody, { kind: 'voiptext' }> }): ReactNode {
  const { i18n } = useDrawing();
  const Icon = body.call === 'one_video' || body.call === 'group_video' ? Video : Phone;
  return (
    <p data-kind="voiptext" className="flex w-fit max-w-full items-center gap-2 rounded-lg bg-surface-2 px-3 py-2">
      <Icon aria-hidden size={16} className="shrink-0 text-muted" />
      <span>{i18n.t(`kinds.call.${body.call}`)}</span>
      {body.seconds !== null && <span className="tabular-nums text-muted">{i18n.formatDuration(body.seconds)}</span>}
    </p>
  );
}

export function DriveFileView({ fileName }: { fileName: string }): ReactNode {
  const { i18n } = useDrawing();
  return (
    <TitledCard
      kind="qydiskfile"
      title={<FileName name={fileName} />}
      aside={<FileIcon extension={extensionOf(null, fileName)} />}
    >
      <p className="text-xs text-muted">{i18n.t('kinds.disk.notArchived')}</p>
    </TitledCard>
  );
}

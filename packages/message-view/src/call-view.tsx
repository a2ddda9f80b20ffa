import type { MeetingTimes, MessageBody } from '@highwater/domain';
import type { ReactNode } from 'react';
import { FieldList } from './field-list.tsx';
import { FileLine } from './file-view.tsx';
import { useDrawing } from './message-context.ts';
import { Moment } from './moment.tsx';
import { SoundLine } from './sound-view.tsx';
import { TitledCard } from './titled-card.tsx';
import { FileName } from './words.tsx';

function Span({ times }: { times: MeetingTimes }): ReactNode {
  return (
    <span className="text-xs text-muted">
      <Moment at={times.startsAt} />
      {times.startsAt !== null && times.endsAt !== null && ' – '}
      <Moment at={times.endsAt} />
    </span>
  );
}

export function RecordedCallView({ body }: { body: Extract<MessageBody, { kind: 'meeting_voice_call' }> }): ReactNode {
  const { i18n, nameOf } = useDrawing();
  return (
    <TitledCard kind="meeting_voice_call">
      {body.media === null ? (
        <p className="text-loss">{i18n.t('kinds.call.noAudio')}</p>
      ) : (
        <SoundLine media={body.media} />
      )}
      <FieldList
        fields={[
          ['endsAt', body.endsAt === null ? '' : <Moment at={body.endsAt} />],
          ['callId', body.callId],
        ]}
      />
      <ul className="mt-1 text-sm">
        {body.shownFiles.map((file, at) => (
          <li key={`file-${at}`}>
            <span className="text-muted">{i18n.t('kinds.field.shownFile')}</span> <FileName name={file.fileName} />{' '}
            {nameOf(file.person)} <Span times={file} />
          </li>
        ))}
        {body.sharedScreens.map((screen, at) => (
          <li key={`screen-${at}`}>
            <span className="text-muted">{i18n.t('kinds.field.sharedScreen')}</span> {nameOf(screen.person)}{' '}
            <Span times={screen} />
          </li>
        ))}
      </ul>
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

export function CallNoticeView({ body }: { body: Extract<MessageBody, { kind: 'voiptext' }> }): ReactNode {
  const { i18n } = useDrawing();
  return (
    <TitledCard kind="voiptext" label={i18n.t(`kinds.call.${body.call}`)}>
      <FieldList fields={[['duration', body.seconds === null ? '' : i18n.formatDuration(body.seconds)]]} />
    </TitledCard>
  );
}

export function DriveFileView({ fileName }: { fileName: string }): ReactNode {
  const { i18n } = useDrawing();
  return (
    <TitledCard kind="qydiskfile" title={<FileName name={fileName} />}>
      <p className="text-xs text-muted">{i18n.t('kinds.disk.notArchived')}</p>
    </TitledCard>
  );
}

import type { MessageBody } from '@highwater/domain';
import type { ReactNode } from 'react';
import { CallDocumentView, CallNoticeView, DriveFileView, RecordedCallView } from './call-view.tsx';
import { FileView } from './file-view.tsx';
import { CollectView, SolitaireView, TodoView, VoteView } from './group-view.tsx';
import { ChannelsView, DocumentView, LinkView, MiniProgramView, NewsView } from './link-view.tsx';
import { MarkdownView } from './markdown-view.tsx';
import { CalendarView, MeetingNotificationView, MeetingView } from './meeting-view.tsx';
import { useDrawing } from './message-context.ts';
import { ConsentView, RecallView, SwitchView } from './notice-view.tsx';
import { EmotionView, ImageView } from './picture-view.tsx';
import { RedPacketView } from './packet-view.tsx';
import { ContactCardView, LocationView } from './place-view.tsx';
import { MixedView, NoteView, RecordView } from './record-view.tsx';
import { VoiceView } from './sound-view.tsx';
import { TextView } from './text-view.tsx';
import { RawCard, UnknownPart } from './unknown-view.tsx';
import { VideoView } from './video-view.tsx';

/** Draws the body of a message, or of an entry inside a message (`nested`). Every kind has its case, or this does not type-check. */
export function BodyView({ body, nested }: { body: MessageBody; nested: boolean }): ReactNode {
  const { sender } = useDrawing();
  switch (body.kind) {
    case 'text':
      return <TextView body={body} />;
    case 'markdown':
      return <MarkdownView content={body.content} />;
    case 'image':
      return <ImageView media={body.media} />;
    case 'emotion':
      return <EmotionView body={body} />;
    case 'voice':
      return <VoiceView media={body.media} />;
    case 'video':
      return <VideoView media={body.media} />;
    case 'file':
      return <FileView media={body.media} />;
    case 'link':
      return <LinkView body={body} />;
    case 'news':
      return <NewsView body={body} />;
    case 'docmsg':
      return <DocumentView body={body} />;
    case 'weapp':
      return <MiniProgramView body={body} />;
    case 'sphfeed':
      return <ChannelsView body={body} />;
    case 'card':
      return <ContactCardView body={body} />;
    case 'location':
      return <LocationView body={body} />;
    case 'chatrecord':
      return <RecordView body={body} Draw={BodyView} />;
    case 'mixed':
      return <MixedView items={body.items} Draw={BodyView} />;
    case 'note':
      return <NoteView items={body.items} Draw={BodyView} />;
    case 'revoke':
      return <RecallView preMsgid={body.preMsgid} sender={sender} />;
    case 'agree':
    case 'disagree':
      return <ConsentView body={body} />;
    case 'switch':
      return <SwitchView body={body} />;
    case 'todo':
      return <TodoView body={body} />;
    case 'vote':
      return <VoteView body={body} />;
    case 'collect':
      return <CollectView body={body} />;
    case 'solitaire':
      return <SolitaireView body={body} />;
    case 'redpacket':
    case 'external_redpacket':
      return <RedPacketView body={body} />;
    case 'meeting':
      return <MeetingView body={body} />;
    case 'meeting_notification':
      return <MeetingNotificationView body={body} />;
    case 'calendar':
      return <CalendarView body={body} />;
    case 'meeting_voice_call':
      return <RecordedCallView body={body} />;
    case 'voip_doc_share':
      return <CallDocumentView body={body} />;
    case 'voiptext':
      return <CallNoticeView body={body} />;
    case 'qydiskfile':
      return <DriveFileView fileName={body.fileName} />;
    case 'unknown':
      return nested ? <UnknownPart body={body} /> : <RawCard body={body} />;
  }
}

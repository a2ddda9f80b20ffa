import type { MessageBody } from '@highwater/domain';
import type { BodyParser } from './body-parser.ts';
import { parseCallDocument, parseCallNotice, parseRecordedCall } from './call-bodies.ts';
import { parseCard, parseLocation } from './contact-bodies.ts';
import type { Fields } from './fields.ts';
import { parseCollect, parseExternalRedPacket, parseRedPacket, parseSolitaire, parseVote } from './group-bodies.ts';
import type { KnownKind } from './kinds.ts';
import { parseChannelsFeed, parseDocument, parseLink, parseNews, parseWeapp } from './link-bodies.ts';
import { parseDriveFile, parseEmotion, parseFile, parseImage, parseVideo, parseVoice } from './media-bodies.ts';
import { parseCalendar, parseMeeting, parseMeetingNotification } from './meeting-bodies.ts';
import { parseMixed, parseNote, parseRecord } from './parse-items.ts';
import type { Place } from './parse-state.ts';
import { parseAgree, parseDisagree, parseMarkdown, parseRevoke, parseText, parseTodo } from './plain-bodies.ts';

const PARSERS: Readonly<Record<KnownKind, BodyParser>> = {
  text: parseText,
  image: parseImage,
  voice: parseVoice,
  video: parseVideo,
  file: parseFile,
  emotion: parseEmotion,
  link: parseLink,
  weapp: parseWeapp,
  card: parseCard,
  location: parseLocation,
  chatrecord: parseRecord,
  mixed: parseMixed,
  note: parseNote,
  revoke: parseRevoke,
  agree: parseAgree,
  disagree: parseDisagree,
  todo: parseTodo,
  vote: parseVote,
  collect: parseCollect,
  redpacket: parseRedPacket,
  external_redpacket: parseExternalRedPacket,
  meeting: parseMeeting,
  meeting_notification: parseMeetingNotification,
  docmsg: parseDocument,
  markdown: parseMarkdown,
  news: parseNews,
  calendar: parseCalendar,
  meeting_voice_call: parseRecordedCall,
  voip_doc_share: parseCallDocument,
  sphfeed: parseChannelsFeed,
  voiptext: parseCallNotice,
  qydiskfile: parseDriveFile,
  solitaire: parseSolitaire,
};

/** The body of a known kind; undefined when not one of its fields is there: drawing it would show an empty card. */
export function parseBody(kind: KnownKind, fields: Fields, place: Place): MessageBody | undefined {
  const body = PARSERS[kind](fields, place);
  return fields.found > 0 ? body : undefined;
}

import type { MessageKind } from '@highwater/domain';

/** All kinds, the common ones first; a missing one does not type-check. */
const ORDER: Readonly<Record<MessageKind, true>> = {
  text: true,
  image: true,
  voice: true,
  video: true,
  file: true,
  link: true,
  mixed: true,
  chatrecord: true,
  revoke: true,
  emotion: true,
  card: true,
  location: true,
  weapp: true,
  markdown: true,
  news: true,
  note: true,
  docmsg: true,
  qydiskfile: true,
  todo: true,
  vote: true,
  collect: true,
  solitaire: true,
  calendar: true,
  meeting: true,
  meeting_notification: true,
  meeting_voice_call: true,
  voip_doc_share: true,
  voiptext: true,
  redpacket: true,
  external_redpacket: true,
  sphfeed: true,
  agree: true,
  disagree: true,
  switch: true,
  unknown: true,
};

function isKind(text: string): text is MessageKind {
  return Object.hasOwn(ORDER, text);
}

export const KINDS: readonly MessageKind[] = Object.keys(ORDER).filter(isKind);

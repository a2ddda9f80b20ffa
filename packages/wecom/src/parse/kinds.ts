import type { MessageKind } from '@highwater/domain';

export type KnownKind = Exclude<MessageKind, 'unknown' | 'switch'>;

/**
 * Where the body of each kind may stand, WeCom's documented place first (reference §3.4), then the places met in client code.
 * `vote` lists no documented key: its fields stand at the top level.
 */
export const BODY_KEYS: Readonly<Record<KnownKind, readonly string[]>> = {
  text: ['text', 'info'],
  image: ['image', 'info'],
  voice: ['voice', 'info'],
  video: ['video', 'info'],
  file: ['file', 'info'],
  emotion: ['emotion', 'info'],
  link: ['link', 'info'],
  weapp: ['weapp', 'miniprogram', 'info'],
  card: ['card', 'info'],
  location: ['location', 'info'],
  chatrecord: ['chatrecord', 'info'],
  mixed: ['mixed', 'info'],
  note: ['info', 'note'],
  revoke: ['revoke', 'info'],
  agree: ['agree', 'info'],
  disagree: ['disagree', 'agree', 'info'],
  todo: ['todo', 'info'],
  vote: ['vote', 'info'],
  collect: ['collect', 'info'],
  redpacket: ['redpacket', 'info'],
  external_redpacket: ['redpacket', 'external_redpacket', 'info'],
  meeting: ['meeting', 'info'],
  meeting_notification: ['info', 'meeting_notification', 'meeting_control'],
  docmsg: ['doc', 'docmsg', 'info'],
  markdown: ['info', 'markdown'],
  news: ['info', 'news'],
  calendar: ['calendar', 'info'],
  meeting_voice_call: ['meeting_voice_call', 'meetingvoicecall', 'info'],
  voip_doc_share: ['voip_doc_share', 'voipdocshare', 'info'],
  sphfeed: ['sphfeed', 'info'],
  voiptext: ['info', 'voiptext'],
  qydiskfile: ['info', 'qydiskfile', 'qy_disk_file'],
  solitaire: ['solitaire', 'info'],
};

const ALIASES: Readonly<Record<string, KnownKind>> = {
  meetingvoicecall: 'meeting_voice_call',
  voipdocshare: 'voip_doc_share',
  qy_disk_file: 'qydiskfile',
  meeting_control: 'meeting_notification',
  miniprogram: 'weapp',
  doc: 'docmsg',
};

function isKnownKind(word: string): word is KnownKind {
  return Object.hasOwn(BODY_KEYS, word);
}

/** The kind of WeCom's type word; undefined for words we do not know. */
export function findKind(word: string): KnownKind | undefined {
  if (isKnownKind(word)) return word;
  return Object.hasOwn(ALIASES, word) ? ALIASES[word] : undefined;
}

/** The kind of an entry of a record: `ChatRecordText`, `text`, `chatrecord`. */
export function findItemKind(word: string): KnownKind | undefined {
  const plain = word.toLowerCase();
  return findKind(plain) ?? findKind(plain.replace(/^chatrecord_?/, ''));
}

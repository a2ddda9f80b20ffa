import type { WordsLike } from '../../words.ts';
import type { quarantine as first } from '../zh-CN/quarantine.ts';

export const quarantine = {
  title: 'Quarantine',
  ledger: 'Ledger',
  lead: 'Messages that are stored but cannot be opened or understood yet. Their originals are all here; none is lost.',
  none: 'Nothing is sealed',
  noneWhy: 'Every message that came is open. Should one stay closed, it is listed here with its cause.',
  cause: {
    key_missing: 'Key missing',
    key_wrong: 'Key does not fit',
    unreadable: 'Damaged',
  },
  means: {
    key_missing:
      'The ciphertext is stored. It opens by itself once the private key of version {{version}} is imported.',
    key_wrong:
      'The ciphertext is stored, but neither the private key of version {{version}} in the ring nor any other opens it. It opens by itself once the right one is imported.',
    unreadable:
      'The ciphertext that WeCom sent is incomplete. It is kept as it came; it can be tried again, and these numbers can be pulled again within WeCom’s window.',
  },
  version: 'Version {{version}}',
  versionColumn: 'Key version',
  why: 'Cause',
  ofVersion: '{{cause}} · version {{version}}',
  count: 'Messages',
  received: 'Received',
  seqs: 'Numbers',
  window: 'WeCom’s window',
  windowLeft: 'Days left: {{days}}. After that, images and files in them can no longer be fetched.',
  windowPassed: 'Passed. The messages are here; images and files in them may be out of reach.',
  reopen: 'Open again',
  reopenAll: 'Open all again',
  list: 'List',
  listOf: '{{cause}}: messages',
  listAll: 'All messages in quarantine',
  back: 'Back to quarantine',
  seq: 'Number',
  unknownTitle: 'Messages not understood',
  unknownLead:
    'Opened, but of a type that is not known yet, or with content that does not fit its type; shown as they came. They are recognised by themselves after an update, and can be tried again now.',
  unknownType: 'WeCom’s name of the type',
  unknownWhy: 'Cause',
  typeUnknown: 'The type is not known yet',
  contentIrregular: 'The type is known; the content does not fit it',
  noType: 'None given',
  seen: 'Sent',
  look: 'Look at them',
  reparseUnknown: 'Recognise again',
  reparseAll: 'Parse all messages again',
  reparseWhy:
    'Rebuilds people, conversations, types, files and search of all messages with today’s parser. Originals stay as they are; the archive can be used meanwhile.',
  repairs: 'Work under way',
  work: {
    reopen: 'Opening again',
    reparse_all: 'Parsing all messages again',
    reparse_unknown: 'Recognising unknown types again',
    reparse_outdated: 'Bringing older messages to the new parser',
  },
  counting: 'Counting…',
  progress: '{{done}} of {{total}}',
  opened: 'Opened: {{count}}',
  changed: 'Changed: {{count}}',
  underWay: 'Under way since {{time}}',
  finished: 'Finished at {{time}}',
} as const satisfies WordsLike<typeof first>;

import type { WordsLike } from '../../words.ts';
import type { mail as first } from '../zh-CN/mail.ts';

export const mail = {
  greeting: 'Hello {{name}},',
  expires: 'The link works until {{time}} ({{zone}}).',
  signIn: 'Opening it needs your sign-in; your rights are checked again at the download.',
  noContent: 'This mail holds numbers only, no message content.',
  linkHint: 'If the button does not open, copy this address into a browser:',
  footer: 'This mail was sent by Highwater.',
  messages: 'Messages',
  conversations: 'Conversations',
  mediaMissing: 'Missing files',
  sealed: 'Sealed messages',
  findings: 'Open findings',
  size: 'Size',
  invitation: {
    subject: '{{inviter}} invites you to the archive of {{company}}',
    title: 'Join the archive of {{company}}',
    body: '{{inviter}} invites you to Highwater, to read the archived WeCom conversations of {{company}}. An admin decides which conversations you see.',
    action: 'Accept the invitation',
    signIn: 'To accept it, sign in or sign up with the address that received this mail.',
    expires: 'The invitation works until {{time}} ({{zone}}), and only for the address that received this mail.',
    unknown: 'If you do not know the sender, leave this mail alone; nothing will change.',
  },
  morning: {
    subject: '{{company}}: archive report for {{date}}',
    title: 'Archive of {{date}}',
    body: 'The conversations of {{company}} on this day are archived, and the export is ready.',
    empty:
      'No message of {{company}} was archived on this day. If people used WeCom on it, check the connection on the page "Completeness".',
    action: 'Open the export',
    checkpoint:
      'Ledger checkpoint ({{time}}): {{head}}. Keep this mail: given to the verifier with --head, it shows whether the ledger was changed later.',
  },
  exportReady: {
    subject: '{{company}}: the export is ready',
    title: 'The export is ready',
    body: 'The export that you asked for at {{company}} is complete, and every file in it was checked.',
    bodyMissing:
      'The export that you asked for at {{company}} is complete, and every file in it was checked. Some files could not be included; missing.csv inside says why.',
    action: 'Open the export',
  },
} as const satisfies WordsLike<typeof first>;

import type { WordsLike } from '../../words.ts';
import type { reasons as first } from '../zh-CN/reasons.ts';

export const reasons = {
  title: 'Why you look',
  lead: '{{company}} asks for a reason before conversations are opened. It holds for {{hours}} hours and is kept in the audit log.',
  leadShort:
    'The company asks for a reason before conversations are opened. It holds for {{hours}} hours and is kept in the audit log.',
  field: 'Why do you look',
  hint: 'For example: complaint 2026-118, what was promised about refunds in November. 5 to 500 characters.',
  wrong: 'A reason has 5 to 500 characters.',
  submit: 'Keep it and go on',
  whoReads: 'Whoever may see the audit log sees what you write.',
  notAsked: 'The company asks for no reason.',
  current: 'Your reason holds until {{time}}. Write another one below to change it.',
  goOn: 'Go on',
  settings: {
    title: 'Reasons',
    lead: 'Whether a reason is asked before content of conversations opens. Each entry of the audit log that it concerns carries it.',
    ask: 'Ask for a reason before content opens',
    hours: 'Hours that a reason holds',
    hoursHint: '1 to 168. Every member gives one in every sign-in.',
    hoursWrong: 'Enter a whole number from 1 to 168.',
    save: 'Save',
    saved: 'Saved',
    readOnly: 'Changing it needs the right to manage roles.',
    what: 'Search, conversations, dialogs, records of people, files and exports ask for it; members, settings, completeness and audit do not.',
  },
} as const satisfies WordsLike<typeof first>;

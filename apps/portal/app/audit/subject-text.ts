import type { Translate } from '@highwater/i18n/make';

const KINDS = [
  'member',
  'invitation',
  'schedule',
  'search',
  'export',
  'connection',
  'corp',
  'conversation',
  'message',
  'person',
  'key',
  'media',
  'link',
  'route',
  'room',
  'dialog',
  'audit',
  'statement',
  'role',
] as const;
/** Of an id as much as tells two of them apart; the rest says nothing to a reader. */
const SHOWN = 8;

/** What an entry is about ("connection:<id>"): its kind in words, and the end of a long id. */
export function subjectText(subject: string | null, t: Translate): string {
  if (subject === null) return '';
  const at = subject.indexOf(':');
  const kind = KINDS.find((each) => each === subject.slice(0, at));
  const id = subject.slice(at + 1);
  const isGenerated = /^[0-9a-f-]{32,}$/i.test(id);
  const shown = isGenerated ? `…${id.slice(-SHOWN)}` : id;
  return kind === undefined ? shown : `${t(`audit.kindOf.${kind}`)} ${shown}`;
}

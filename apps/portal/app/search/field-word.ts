import type { MessageKind } from '@highwater/domain';
import type { WordKey } from '@highwater/i18n/make';

const WORDS = {
  text: 'search.field.text',
  file: 'search.field.file',
  title: 'search.field.title',
  description: 'search.field.description',
  url: 'search.field.url',
  place: 'search.field.place',
  person: 'search.field.person',
  option: 'search.field.option',
  raw: 'search.field.raw',
} as const satisfies Record<string, WordKey>;

const isField = (field: string): field is keyof typeof WORDS => Object.hasOwn(WORDS, field);

const LINKS: readonly MessageKind[] = ['link', 'news'];
/** All that is to be read of them is their text. */
const TEXTS: readonly MessageKind[] = ['text', 'markdown'];

/** Where in a message the words were found; null where it goes without saying. */
export function fieldWord(kind: MessageKind, field: string): WordKey | null {
  if (field === 'text' && TEXTS.includes(kind)) return null;
  if (field === 'title' && LINKS.includes(kind)) return 'search.field.linkTitle';
  return isField(field) ? WORDS[field] : 'search.field.other';
}

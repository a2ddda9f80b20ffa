import type { ExportView, FrozenSelection } from '../api/export-types.ts';
import { personName } from '../components/person-name.tsx';
import { joinCustomers } from '../people/join-customers.ts';
import { personNotes } from '../people/person-notes.ts';
import { KINDS } from '../search/kinds.ts';
import { roomWord } from '../search/room-word.ts';
import type { Words } from '../words/words-context.tsx';
import type { SelectionNames } from './name-selections.ts';

function dayWords({ from, until }: FrozenSelection, { formatDate, zone }: Words): string {
  if (from === null && until === null) return '';
  const first = from === null ? '…' : formatDate(from, zone);
  const last = until === null ? '…' : formatDate(until - 1, zone);
  return first === last ? first : `${first} – ${last}`;
}

/** Each customer once, however many ids stand in the selection; with what tells people of one name apart. */
function peopleWords({ people }: FrozenSelection, names: SelectionNames, { t }: Words): string {
  const joined = joinCustomers(names.people.filter(({ personKey }) => people.includes(personKey)));
  const known = new Set(joined.flatMap(({ keys }) => keys));
  const list = [
    ...joined.map(({ person }) => {
      const [note] = personNotes(person);
      const name = personName(person);
      return note === undefined ? name : t('exports.personOf', { name, note });
    }),
    ...people.filter((key) => !known.has(key)),
  ];
  return list.length === 0 ? '' : t('exports.people', { list: list.join(t('common.comma')) });
}

function roomWords({ roomId }: FrozenSelection, { rooms }: SelectionNames, words: Words): string {
  if (roomId === null) return '';
  const name = rooms.find((room) => room.roomId === roomId)?.name ?? null;
  return name === null ? roomWord({ roomId, name }, words) : words.t('exports.roomNamed', { name });
}

/** The words themselves only to who searched them. */
function searchedWords({ selection, requestedBy, mine }: ExportView, { t }: Words): string {
  if (!selection.hasWords) return '';
  if (selection.words !== null) return t('exports.wordsOwn', { words: selection.words });
  return mine ? t('exports.withWords') : t('exports.wordsOf', { name: requestedBy.name });
}

/** What an export takes, in words; the last day included. */
export function selectionWords(view: ExportView, names: SelectionNames, words: Words): string {
  const { t } = words;
  const { selection } = view;
  const { conversationId, dialogId, kinds, directions, hasMedia, isRecalled, isUnanswered } = selection;
  const parts = [
    searchedWords(view, words),
    peopleWords(selection, names, words),
    roomWords(selection, names, words),
    dialogId === null ? '' : t('exports.oneDialog'),
    conversationId === null ? '' : t('exports.oneConversation'),
    KINDS.filter((kind) => kinds.includes(kind))
      .map((kind) => t(`kinds.name.${kind}`))
      .join(t('common.comma')),
    directions.map((direction) => t(`search.directions.${direction}`)).join(t('common.comma')),
    hasMedia === null ? '' : t(hasMedia ? 'search.withMedia' : 'search.withoutMedia'),
    isRecalled === null ? '' : t(isRecalled ? 'search.onlyRecalled' : 'search.notRecalled'),
    isUnanswered ? t('search.unanswered') : '',
    dayWords(selection, words),
  ].filter((part) => part !== '');
  return parts.length === 0 ? t('exports.everything') : parts.join(' · ');
}

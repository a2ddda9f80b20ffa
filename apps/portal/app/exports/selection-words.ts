import type { FrozenSelection } from '../api/export-types.ts';
import { KINDS } from '../search/kinds.ts';
import type { Words } from '../words/words-context.tsx';

/** Characters of a room's id that tell two apart. */
const SHORT = 6;

function dayWords({ from, until }: FrozenSelection, { formatDate, zone }: Words): string {
  if (from === null && until === null) return '';
  const first = from === null ? '…' : formatDate(from, zone);
  const last = until === null ? '…' : formatDate(until - 1, zone);
  return first === last ? first : `${first} – ${last}`;
}

/** What an export takes, in words; the last day included. */
export function selectionWords(selection: FrozenSelection, words: Words): string {
  const { t } = words;
  const { people, roomId, conversationId, dialogId, kinds, hasWords } = selection;
  const parts = [
    hasWords ? t('exports.withWords') : '',
    people.length > 0 ? t('exports.people', { list: people.join(t('common.comma')) }) : '',
    roomId === null ? '' : t('exports.room', { id: roomId.slice(-SHORT) }),
    dialogId === null ? '' : t('exports.oneDialog'),
    conversationId === null ? '' : t('exports.oneConversation'),
    KINDS.filter((kind) => kinds.includes(kind))
      .map((kind) => t(`kinds.name.${kind}`))
      .join(t('common.comma')),
    dayWords(selection, words),
  ].filter((part) => part !== '');
  return parts.length === 0 ? t('exports.everything') : parts.join(' · ');
}

import type { Selection } from '../api/export-types.ts';
import type { Words } from '../words/words-context.tsx';

/** What an export or search takes, as words; days as the reader typed them, the last included. */
export function selectionWords(selection: Selection | null, words: Words): string {
  const { t, formatDate, zone } = words;
  if (selection === null) return t('exports.everything');
  const parts: string[] = [];
  if (selection.q) parts.push(t('exports.withWords', { words: selection.q }));
  if (selection.person) parts.push(`${t('search.person')} ${selection.person}`);
  if (selection.room) parts.push(`${t('search.room')} ${selection.room.slice(-6)}`);
  if (selection.conversation) parts.push(t('exports.oneConversation'));
  if (selection.kinds && selection.kinds.length > 0) {
    parts.push(selection.kinds.map((kind) => t(`kinds.name.${kind}`)).join(t('common.comma')));
  }
  if (selection.from !== undefined || selection.until !== undefined) {
    const from = selection.from === undefined ? '…' : formatDate(selection.from, zone);
    const until = selection.until === undefined ? '…' : formatDate(selection.until - 1, zone);
    parts.push(from === until ? from : `${from} – ${until}`);
  }
  return parts.length === 0 ? t('exports.everything') : parts.join(' · ');
}

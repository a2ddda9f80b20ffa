import type { StoredSelection } from '@highwater/db';
import { LANGUAGES, type AccessCondition, type Language } from '@highwater/domain';
import type { BothLanguages } from '@highwater/exports';
import { createI18n, type I18n } from '@highwater/i18n';

/** The filter of an export in words, for its cover. The words searched for are content and stay out. */
export function describeSelection(selection: StoredSelection, hasWords: boolean): BothLanguages {
  return inBoth(({ t }) => {
    const parts: string[] = [];
    if (hasWords) parts.push(t('selection.words'));
    if (selection.people.length > 0) parts.push(t('selection.people', { list: selection.people.join(', ') }));
    if (selection.roomId !== null) parts.push(t('selection.room', { room: selection.roomId }));
    if (selection.conversationId !== null) parts.push(t('selection.conversation', { id: selection.conversationId }));
    if (selection.kinds.length > 0) parts.push(t('selection.kinds', { list: selection.kinds.join(', ') }));
    return parts.length === 0 ? t('selection.everything') : parts.join('; ');
  });
}

/** What the asker's role leaves out; null when nothing. */
export function describeAccess(access: AccessCondition): BothLanguages | null {
  if (access.kind === 'all') return null;
  const people = access.kind === 'where' ? access.any.flatMap((clause) => clause.people) : [];
  return inBoth(({ t }) => t('selection.access', { count: people.length, list: people.join(', ') }));
}

function inBoth(write: (i18n: I18n) => string): BothLanguages {
  const [zh, en] = LANGUAGES.map((language: Language) => write(createI18n(language)));
  return { 'zh-CN': zh ?? '', en: en ?? '' };
}

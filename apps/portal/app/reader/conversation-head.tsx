import { Link } from '@remix-run/react';
import type { ConversationView } from '../api/types.ts';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';
import { CONVERSATION_ICONS } from './conversation-row.tsx';
import { conversationTitle } from './conversation-title.ts';

/** In which conversation the next messages were said; leads there. */
export function ConversationHead({
  conversation,
  messageId,
  id,
}: {
  conversation: ConversationView | null;
  messageId: string;
  id: string;
}) {
  const words = useWords();
  const Icon = CONVERSATION_ICONS[conversation?.kind ?? 'pair'];
  return (
    <h2
      id={id}
      tabIndex={-1}
      data-heading=""
      className="mt-2 flex scroll-mt-16 items-center gap-2 border-l-2 border-accent bg-surface-2 px-3 py-1.5 text-sm font-medium focus:outline-2 focus:outline-accent"
    >
      <Icon aria-hidden size={15} className="shrink-0 text-muted" />
      <Link to={paths.message(messageId)} className="min-w-0 truncate underline-offset-2 hover:underline">
        {conversation === null ? words.t('reader.title') : conversationTitle(conversation, words)}
      </Link>
      <span className="ml-auto shrink-0 text-xs font-normal text-muted">
        {conversation !== null && words.t(`reader.kind.${conversation.kind}`)}
      </span>
    </h2>
  );
}

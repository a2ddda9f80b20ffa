import { Link } from '@remix-run/react';
import { ListTree, User, Users, UsersRound } from 'lucide-react';
import type { ConversationView } from '../api/types.ts';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';
import { titleNow } from './conversation-title.ts';

export const CONVERSATION_ICONS = { room: UsersRound, group: Users, pair: User, self: User } as const;

/** A conversation by the names of today, with its last message; opens at that message, or as the list of its dialogs. */
export function ConversationRow({ conversation }: { conversation: ConversationView }) {
  const words = useWords();
  const { t, when } = words;
  const { conversationId, kind, lastMessage, isExternal, lastAt } = conversation;
  const Icon = CONVERSATION_ICONS[kind];
  // The preview of an unknown kind is its raw text.
  const said = lastMessage === null || lastMessage.kind === 'unknown' ? '' : lastMessage.preview;
  const title = titleNow(conversation, words);
  const body = (
    <>
      <span className="grid size-9 shrink-0 place-items-center rounded-full bg-surface-3 text-muted">
        <Icon aria-hidden size={18} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex items-center gap-2">
          <span className="truncate font-medium">{title}</span>
          {isExternal && (
            <span className="shrink-0 rounded-sm bg-attention/10 px-1 text-xs text-attention">
              {t('reader.externalShort')}
            </span>
          )}
          <time className="ml-auto shrink-0 text-xs text-muted tabular-nums">{when(lastAt)}</time>
        </span>
        <span className="block truncate text-muted">
          {lastMessage === null ? '' : said === '' ? t(`kinds.name.${lastMessage.kind}`) : said}
        </span>
      </span>
    </>
  );
  const shape = 'flex min-w-0 flex-1 items-center gap-3 py-2.5 pr-2 pl-4';
  return (
    <li className="flex items-center">
      {lastMessage === null ? (
        <div className={shape}>{body}</div>
      ) : (
        <Link to={paths.message(lastMessage.messageId)} prefetch="intent" className={`${shape} hover:bg-surface-2`}>
          {body}
        </Link>
      )}
      <Link
        to={paths.conversation(conversationId)}
        title={t('reading.allDialogs')}
        aria-label={t('common.titled', { title: t('reading.allDialogs'), text: title })}
        className="mr-2 grid size-9 shrink-0 place-items-center rounded-md text-muted hover:bg-surface-3 hover:text-accent"
      >
        <ListTree aria-hidden size={17} />
      </Link>
    </li>
  );
}

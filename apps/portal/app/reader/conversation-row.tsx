import { Link } from '@remix-run/react';
import { User, Users, UsersRound } from 'lucide-react';
import type { ConversationView } from '../api/types.ts';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';
import { conversationTitle } from './conversation-title.ts';

const ICONS = { room: UsersRound, group: Users, pair: User, self: User } as const;

/** A conversation with its last message; opens at that message. */
export function ConversationRow({ conversation }: { conversation: ConversationView }) {
  const words = useWords();
  const { t, when } = words;
  const { kind, lastMessage, isExternal, lastAt } = conversation;
  const Icon = ICONS[kind];
  // The preview of an unknown kind is its raw text.
  const said = lastMessage === null || lastMessage.kind === 'unknown' ? '' : lastMessage.preview;
  const body = (
    <>
      <span className="grid size-9 shrink-0 place-items-center rounded-full bg-surface-3 text-muted">
        <Icon aria-hidden size={18} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex items-center gap-2">
          <span className="truncate font-medium">{conversationTitle(conversation, words)}</span>
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
  const shape = 'flex items-center gap-3 px-4 py-2.5';
  return (
    <li>
      {lastMessage === null ? (
        <div className={shape}>{body}</div>
      ) : (
        <Link to={paths.message(lastMessage.messageId)} prefetch="intent" className={`${shape} hover:bg-surface-2`}>
          {body}
        </Link>
      )}
    </li>
  );
}

import { Link } from '@remix-run/react';
import type { FrozenDialogView } from '../api/reading-types.ts';
import { StateBadge } from '../components/state-badge.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';
import { conversationTitle } from './conversation-title.ts';
import { DialogSpanTime } from './dialog-span.tsx';

/** A frozen dialog in their list: what for, by whom, when, and which dialog of which conversation. */
export function CitationRow({ dialog }: { dialog: FrozenDialogView }) {
  const words = useWords();
  const { t, when } = words;
  const { dialogId, reason, note, topic, conversation, createdAt, createdBy, firstAt, lastAt, messages, hidden } =
    dialog;
  return (
    <li className="px-4 py-3">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        <Link to={paths.citation(dialogId)} prefetch="intent" className="min-w-0 font-medium hover:underline">
          {note ?? topic ?? t('reading.noTopic')}
        </Link>
        <StateBadge tone="neutral">{t(`reading.reason.${reason}`)}</StateBadge>
        <span className="ml-auto shrink-0 text-xs text-muted tabular-nums max-sm:ml-0">
          {t('reading.citedBy', { name: createdBy?.name ?? t('reading.bySomebody'), time: when(createdAt) })}
        </span>
      </div>
      <p className="flex flex-wrap gap-x-2 text-sm text-muted tabular-nums">
        <span>{conversationTitle(conversation, words)}</span>
        <span aria-hidden>·</span>
        <DialogSpanTime firstAt={firstAt} lastAt={lastAt} />
        <span aria-hidden>·</span>
        <span>{t('reading.messages', { count: messages })}</span>
        {hidden > 0 && <span>· {t('reading.hiddenInside', { count: hidden })}</span>}
      </p>
      {note !== null && topic !== null && <p className="truncate text-sm text-muted">{topic}</p>}
    </li>
  );
}

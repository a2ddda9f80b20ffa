import { Link } from '@remix-run/react';
import { Quote } from 'lucide-react';
import type { DialogView, FreezeReason } from '../api/reading-types.ts';
import { personName } from '../components/person-name.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';
import { DialogSpanTime } from './dialog-span.tsx';
import { addressQuery, type ReadingAddress } from './reading-address.ts';

/** People named beside a dialog; the rest is a count. */
const NAMED = 5;
const FROZEN_AT = {
  cited: 'reading.citedAt',
  exported: 'reading.exportedAt',
  held: 'reading.heldAt',
} as const satisfies Readonly<Record<FreezeReason, string>>;

/** A dialog in the list of its conversation: what it is about, who took part, from when to when, and what froze it. */
export function DialogItem({ dialog, address }: { dialog: DialogView; address: ReadingAddress }) {
  const { t, when } = useWords();
  const { firstMessageId, messages, hidden, people, topic, isCut, frozen } = dialog;
  const names = people.slice(0, NAMED).map(personName).join(t('common.comma'));
  return (
    <li className="px-4 py-3">
      <Link
        to={paths.message(firstMessageId, addressQuery(address))}
        prefetch="intent"
        className={`block truncate font-medium underline-offset-2 hover:underline ${topic === null ? 'text-muted' : ''}`}
      >
        {topic ?? t('reading.noTopic')}
      </Link>
      <p className="flex flex-wrap gap-x-2 text-xs text-muted tabular-nums">
        <DialogSpanTime firstAt={dialog.firstAt} lastAt={dialog.lastAt} />
        <span aria-hidden>·</span>
        <span>{t(isCut ? 'reading.messagesOrMore' : 'reading.messages', { count: messages })}</span>
        {hidden > 0 && <span>· {t('reading.hiddenInside', { count: hidden })}</span>}
      </p>
      <p className="truncate text-sm text-muted">
        {people.length > NAMED ? `${names} ${t('reading.others', { count: people.length - NAMED })}` : names}
      </p>
      {frozen.length > 0 && (
        <ul className="mt-1 flex flex-wrap gap-1.5">
          {frozen.map(({ dialogId, reason, at }) => (
            <li key={dialogId}>
              <Link
                to={paths.citation(dialogId)}
                className="inline-flex items-center gap-1 rounded-sm bg-accent-soft px-1.5 py-0.5 text-xs text-accent hover:underline"
              >
                <Quote aria-hidden size={12} />
                {t(FROZEN_AT[reason], { time: when(at) })}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

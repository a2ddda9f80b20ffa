import { Link2 } from 'lucide-react';
import type { MessageView } from '../api/types.ts';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';
import { DrawnMessage } from './drawn-message.tsx';
import { CallParts } from './call-parts.tsx';
import type { ShownCall } from './fold-calls.ts';
import { isNotice } from './group-messages.ts';

interface BubbleProps {
  readonly message: MessageView;
  readonly side: 'left' | 'right';
  readonly isAnchor: boolean;
  /** The call that this message begins. */
  readonly call: ShownCall | undefined;
  readonly q: string;
  readonly hrefOf: (msgid: string) => string | null;
}

/** What is said rather than shown: other kinds bring their own frame. */
const SAID: ReadonlySet<string> = new Set(['text', 'voice', 'mixed']);

function shapeOf({ message, side }: BubbleProps): string {
  if (isNotice(message)) return 'w-full';
  if (!SAID.has(message.kind)) return 'rounded-md';
  return side === 'right' ? 'rounded-lg bg-accent-soft px-3 py-2' : 'rounded-lg bg-surface-2 px-3 py-2';
}

/** One message; the one that was opened is marked. */
export function Bubble(props: BubbleProps) {
  const { message, side, isAnchor, q, hrefOf, call } = props;
  const { t, when, formatTime, zone } = useWords();
  const notice = isNotice(message);
  const align = notice ? 'justify-center' : side === 'right' ? 'flex-row-reverse' : '';
  return (
    <article
      id={`m-${message.messageId}`}
      tabIndex={-1}
      data-message={message.kind}
      aria-current={isAnchor ? 'true' : undefined}
      className={`group/message flex scroll-my-24 items-end gap-2 rounded-lg focus:outline-2 focus:outline-offset-2 focus:outline-accent ${align}`}
    >
      <div
        className={`min-w-0 max-w-[min(100%,36rem)] ${shapeOf(props)} ${isAnchor ? 'ring-2 ring-accent ring-offset-2 ring-offset-surface' : ''}`}
      >
        {isAnchor && <span className="sr-only">{t('reader.hit')}</span>}
        <DrawnMessage message={message} q={q} hrefOf={hrefOf} />
        {call && <CallParts shown={call} q={q} hrefOf={hrefOf} />}
        {!message.sentAtKnown && <p className="mt-1 text-xs text-attention">{t('reader.timeUnknown')}</p>}
      </div>
      <a
        href={paths.message(message.messageId)}
        title={t('reader.linkTo', { time: when(message.sentAt) })}
        className="flex shrink-0 items-center gap-1 text-xs text-muted tabular-nums opacity-0 group-hover/message:opacity-100 group-focus-within/message:opacity-100 hover:text-accent focus:opacity-100 max-sm:hidden"
      >
        <Link2 aria-hidden size={12} />
        {formatTime(message.sentAt, zone)}
      </a>
    </article>
  );
}

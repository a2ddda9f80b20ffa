import type { MessageView } from '../api/types.ts';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';
import { CallParts } from './call-parts.tsx';
import { DrawnMessage } from './drawn-message.tsx';
import { isNotice } from './is-notice.ts';
import { MessageMenu, MessageWays } from './message-menu.tsx';
import { addressQuery } from './reading-address.ts';
import { useReadingFrame } from './reading-frame.ts';

/** What is said rather than shown: other kinds bring their own frame. */
const SAID: ReadonlySet<string> = new Set(['text', 'voice', 'mixed']);

function shapeOf(message: MessageView, side: 'left' | 'right'): string {
  if (isNotice(message)) return 'w-full';
  if (!SAID.has(message.kind)) return 'rounded-md';
  return side === 'right' ? 'rounded-lg bg-accent-soft px-3 py-2' : 'rounded-lg bg-surface-2 px-3 py-2';
}

/** One message; the one that was opened is marked. Its time leads to itself. */
export function Bubble({ message, side }: { message: MessageView; side: 'left' | 'right' }) {
  const { t, when, formatTime, zone } = useWords();
  const { address, marks, anchorId, callAt, hrefOf } = useReadingFrame();
  const isAnchor = message.messageId === anchorId;
  const call = callAt.get(message.messageId);
  const notice = isNotice(message);
  const align = notice ? 'justify-center' : side === 'right' ? 'flex-row-reverse' : '';
  const marked = isAnchor ? 'ring-2 ring-accent ring-offset-2 ring-offset-surface' : '';
  return (
    <article
      id={`m-${message.messageId}`}
      tabIndex={-1}
      data-message={message.kind}
      aria-current={isAnchor ? 'true' : undefined}
      className={`group/message flex scroll-mt-[35vh] scroll-mb-24 items-end gap-1.5 rounded-lg ${isAnchor ? 'outline-none' : 'focus:outline-2 focus:outline-offset-2 focus:outline-accent'} ${align}`}
    >
      <div className={`min-w-0 max-w-[min(100%,36rem)] ${shapeOf(message, side)} ${marked}`}>
        {isAnchor && <span className="sr-only">{t('reader.hit')}</span>}
        <div data-drawn="">
          <DrawnMessage message={message} marks={marks} hrefOf={hrefOf} />
        </div>
        {call && <CallParts shown={call} marks={marks} hrefOf={hrefOf} />}
        {!message.sentAtKnown && <p className="mt-1 text-xs text-attention">{t('reader.timeUnknown')}</p>}
        {isAnchor && (
          <noscript>
            <span className="mt-2 flex flex-wrap border-t border-line pt-1 text-sm">
              <MessageWays message={message} />
            </span>
          </noscript>
        )}
      </div>
      <span className="flex shrink-0 items-center gap-0.5 opacity-0 group-focus-within/message:opacity-100 group-hover/message:opacity-100 focus-within:opacity-100 [@media(hover:none)]:opacity-60">
        <a
          href={paths.message(message.messageId, addressQuery(address))}
          title={t('reader.linkTo', { time: when(message.sentAt) })}
          className="rounded-sm px-0.5 text-xs text-muted tabular-nums hover:text-accent max-sm:sr-only"
        >
          {formatTime(message.sentAt, zone)}
        </a>
        <MessageMenu message={message} side={side} />
      </span>
    </article>
  );
}

import type { ContextView } from '../api/types.ts';
import { paths } from '../paths.ts';
import { PersonLink } from '../people/person-link.tsx';
import { useWords } from '../words/words-context.tsx';
import { Bubble } from './bubble.tsx';
import { foldCalls } from './fold-calls.ts';
import { groupMessages, isNotice } from './group-messages.ts';
import { sideOf } from './side-of.ts';

function Separator({ children }: { children: string }) {
  return (
    <p className="flex items-center gap-3 py-1 text-xs text-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      {children}
    </p>
  );
}

/** Addresses of the messages at hand by WeCom's msgid; a recall names it with or without its suffix. */
function hrefByMsgid({ items }: ContextView): (msgid: string) => string | null {
  const bare = (msgid: string) => msgid.replace(/_(?:external|updown_stream)$/, '');
  return (msgid) => {
    const found =
      items.find((item) => item.msgid === msgid) ??
      items.find((item) => item.msgid !== '' && bare(item.msgid) === bare(msgid));
    return found === undefined ? null : paths.message(found.messageId);
  };
}

/** What was said, oldest first. */
export function Dialog({ context, q }: { context: ContextView; q: string }) {
  const { t, zone, formatDay, formatDate, formatTime, formatDuration } = useWords();
  const side = sideOf(context);
  const hrefOf = hrefByMsgid(context);
  const { items, callAt, standsFor } = foldCalls(context);
  const anchorId = standsFor(context.anchorId);
  return (
    <div className="flex flex-col gap-3">
      {groupMessages(items, (at) => formatDate(at, zone)).map((group) => {
        const [first] = group.messages;
        if (first === undefined) return null;
        const right = side(first) === 'right';
        return (
          <section key={first.messageId} className="flex flex-col gap-1.5">
            {group.newDay && <Separator>{formatDay(first.sentAt, zone)}</Separator>}
            {group.silenceSeconds !== null && (
              <Separator>{t('reader.silence', { duration: formatDuration(group.silenceSeconds) })}</Separator>
            )}
            {!isNotice(first) && (
              <header className={`flex items-baseline gap-2 text-xs text-muted ${right ? 'flex-row-reverse' : ''}`}>
                {first.sender && <PersonLink person={first.sender} side={right ? 'right' : 'left'} />}
                <time dateTime={new Date(first.sentAt).toISOString()} className="tabular-nums">
                  {formatTime(first.sentAt, zone)}
                </time>
              </header>
            )}
            {group.messages.map((message) => (
              <Bubble
                key={message.messageId}
                message={message}
                side={right ? 'right' : 'left'}
                isAnchor={message.messageId === anchorId}
                call={callAt.get(message.messageId)}
                q={q}
                hrefOf={hrefOf}
              />
            ))}
          </section>
        );
      })}
    </div>
  );
}

import { useWords } from '../words/words-context.tsx';
import { PersonLink } from '../people/person-link.tsx';
import { Bubble } from './bubble.tsx';
import { ConversationHead } from './conversation-head.tsx';
import { DialogHead } from './dialog-head.tsx';
import { HiddenRow } from './hidden-row.tsx';
import { isNotice } from './is-notice.ts';
import type { Row } from './make-rows.ts';
import { useReadingFrame } from './reading-frame.ts';
import { Separator } from './separator.tsx';

function Group({ messages }: Extract<Row, { kind: 'group' }>) {
  const { zone, formatTime } = useWords();
  const frame = useReadingFrame();
  const [first] = messages;
  if (first === undefined) return null;
  const side = frame.sideOf(first);
  return (
    <section className="flex flex-col gap-1.5">
      {!isNotice(first) && (
        <header
          className={`flex items-baseline gap-2 text-xs text-muted ${side === 'right' ? 'flex-row-reverse' : ''}`}
        >
          {first.sender && <PersonLink person={first.sender} side={side} />}
          <time dateTime={new Date(first.sentAt).toISOString()} className="shrink-0 tabular-nums">
            {formatTime(first.sentAt, zone)}
          </time>
        </header>
      )}
      {messages.map((message) => (
        <Bubble key={message.messageId} message={message} side={side} />
      ))}
    </section>
  );
}

/** One row of a conversation. */
export function DrawRow({ row }: { row: Row }) {
  const { t, zone, formatDay, formatDuration } = useWords();
  const { conversations } = useReadingFrame();
  switch (row.kind) {
    case 'day':
      return <Separator>{formatDay(row.at, zone)}</Separator>;
    case 'silence':
      return <Separator>{t('reader.silence', { duration: formatDuration(row.seconds) })}</Separator>;
    case 'dialog':
      return <DialogHead {...row} />;
    case 'conversation':
      return (
        <ConversationHead
          id={row.key}
          conversation={conversations.get(row.conversationId) ?? null}
          messageId={row.firstId}
        />
      );
    case 'hidden':
      return <HiddenRow count={row.count} isMore={row.isMore} />;
    case 'group':
      return <Group {...row} />;
  }
}

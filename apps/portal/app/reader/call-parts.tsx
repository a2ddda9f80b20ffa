import { PersonLink } from '../people/person-link.tsx';
import { useWords } from '../words/words-context.tsx';
import { DrawnMessage } from './drawn-message.tsx';
import type { ShownCall } from './fold-calls.ts';

interface CallPartsProps {
  readonly shown: ShownCall;
  /** Words to mark. */
  readonly marks: readonly string[];
  readonly hrefOf: (msgid: string) => string | null;
}

/** What else WeCom sent of a call: the notices of its other people, its recording, its documents. */
export function CallParts({ shown: { call, parts }, marks, hrefOf }: CallPartsProps) {
  const { t, when } = useWords();
  const notices = parts.filter(({ messageId }) => call.noticeIds.includes(messageId));
  const rest = parts.filter(({ messageId }) => !call.noticeIds.includes(messageId));
  return (
    <div className="mt-1 flex flex-col gap-1.5 text-xs text-muted">
      {call.noticeIds.length > 1 && <p>{t('kinds.call.notices', { count: call.noticeIds.length })}</p>}
      {notices.length > 0 && (
        <ul className="flex flex-wrap gap-x-3 gap-y-0.5">
          {notices.map((notice) => (
            <li key={notice.messageId} className="flex items-center gap-1.5">
              {notice.sender && <PersonLink person={notice.sender} />}
              <time className="tabular-nums">{when(notice.sentAt)}</time>
            </li>
          ))}
        </ul>
      )}
      {rest.map((part) => (
        <div key={part.messageId} id={`m-${part.messageId}`} className="text-sm text-ink">
          {part.messageId === call.recordingId && <p className="text-xs text-muted">{t('kinds.call.recording')}</p>}
          <DrawnMessage message={part} marks={marks} hrefOf={hrefOf} />
        </div>
      ))}
    </div>
  );
}

import type { MessageView } from '../api/types.ts';

/** Same sender within this time: one group. */
const GROUP_MS = 5 * 60_000;
/** A silence from this length on is said. */
const SILENCE_MS = 60 * 60_000;

export interface MessageGroup {
  readonly messages: readonly MessageView[];
  /** First group of its day. */
  readonly newDay: boolean;
  /** Seconds since the message before, when that is long enough to be said. */
  readonly silenceSeconds: number | null;
}

const NOTICES: readonly string[] = ['revoke', 'agree', 'disagree', 'switch'];

export function isNotice({ kind }: MessageView): boolean {
  return NOTICES.includes(kind);
}

/** Messages, oldest first, as a reader sees them: groups of one sender, days and silences between. `dayOf` is the zone's day. */
export function groupMessages(messages: readonly MessageView[], dayOf: (at: number) => string): MessageGroup[] {
  const groups: { messages: MessageView[]; newDay: boolean; silenceSeconds: number | null }[] = [];
  let before: MessageView | undefined;
  for (const message of messages) {
    const gap = before === undefined ? 0 : message.sentAt - before.sentAt;
    const newDay = before === undefined || dayOf(before.sentAt) !== dayOf(message.sentAt);
    const joins =
      before !== undefined &&
      !newDay &&
      gap <= GROUP_MS &&
      before.sender?.personKey === message.sender?.personKey &&
      !isNotice(before) &&
      !isNotice(message);
    const last = groups.at(-1);
    if (joins && last !== undefined) last.messages.push(message);
    else {
      const silenceSeconds =
        before !== undefined && !newDay && gap >= SILENCE_MS ? Math.floor(gap / 60_000) * 60 : null;
      groups.push({ messages: [message], newDay, silenceSeconds });
    }
    before = message;
  }
  return groups;
}

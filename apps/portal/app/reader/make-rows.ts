import type { HiddenRun, ReadMessage } from '../api/reading-types.ts';
import type { PersonView } from '../api/types.ts';
import { isNotice } from './is-notice.ts';

/** Same sender within this time: one group. */
const GROUP_MS = 5 * 60_000;
/** A silence from this length on is said. */
const SILENCE_MS = 60 * 60_000;
/** Characters of a topic line. */
const TOPIC = 80;

/** The part of a dialog that is at hand. */
export interface DialogSpan {
  readonly firstMessageId: string;
  readonly lastMessageId: string;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly messages: number;
  readonly hidden: number;
  readonly people: readonly PersonView[];
  /** The beginning of its first text. */
  readonly topic: string | null;
  /** It began before what is at hand. */
  readonly isCutBefore: boolean;
  /** It may go on after what is at hand. */
  readonly isCutAfter: boolean;
}

export type Row =
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | { readonly kind: 'silence'; readonly key: string; readonly seconds: number }
  | {
      readonly kind: 'dialog';
      readonly key: string;
      readonly span: DialogSpan;
      /** Silence before it, in seconds; null where nothing stands before. */
      readonly seconds: number | null;
      /** The line of its day stands right above it. */
      readonly opensDay: boolean;
    }
  | { readonly kind: 'conversation'; readonly key: string; readonly conversationId: string; readonly firstId: string }
  | { readonly kind: 'hidden'; readonly key: string; readonly count: number; readonly isMore: boolean }
  | { readonly kind: 'group'; readonly key: string; readonly messages: readonly ReadMessage[] };

export interface RowSource {
  /** Oldest first. */
  readonly items: readonly ReadMessage[];
  readonly hiddenAt: readonly HiddenRun[];
  /** Whether more may follow the last one. */
  readonly isOpenAfter: boolean;
}

export interface RowOptions {
  /** The zone's day of an instant. */
  readonly dayOf: (at: number) => string;
  /** Which borders get a heading. */
  readonly heads: 'dialogs' | 'conversations' | 'none';
}

/** Messages as a reader sees them: days, silences, headings and what is hidden, between groups of one sender. */
export function makeRows(source: RowSource, { dayOf, heads }: RowOptions): Row[] {
  const rows: Row[] = [];
  const hidden = new Map(source.hiddenAt.map((each) => [each.afterId, each]));
  const spans = heads === 'dialogs' ? spansByFirst(source) : new Map<string, DialogSpan>();
  const hide = (afterId: string | null) => {
    const here = hidden.get(afterId);
    if (here !== undefined && here.count > 0) {
      rows.push({ kind: 'hidden', key: `h-${afterId ?? ''}`, count: here.count, isMore: here.isMore });
    }
    return here !== undefined && here.count > 0;
  };
  let group: ReadMessage[] = [];
  let before: ReadMessage | undefined;
  let isBroken = hide(null);
  for (const message of source.items) {
    const gap = before === undefined ? 0 : message.sentAt - before.sentAt;
    const isNewDay = before === undefined || dayOf(before.sentAt) !== dayOf(message.sentAt);
    const span = spans.get(message.messageId);
    const moves = heads === 'conversations' && before?.conversationId !== message.conversationId;
    if (isNewDay) rows.push({ kind: 'day', key: `d-${message.messageId}`, at: message.sentAt });
    const seconds = before === undefined ? null : Math.floor(gap / 60_000) * 60;
    if (span !== undefined) {
      rows.push({ kind: 'dialog', key: `g-${message.messageId}`, span, seconds, opensDay: isNewDay });
    } else if (before !== undefined && !isNewDay && !isBroken && gap >= SILENCE_MS) {
      rows.push({ kind: 'silence', key: `s-${message.messageId}`, seconds: seconds ?? 0 });
    }
    if (moves) {
      const { conversationId, messageId } = message;
      rows.push({ kind: 'conversation', key: `c-${messageId}`, conversationId, firstId: messageId });
    }
    const joins = before !== undefined && !isNewDay && !moves && !isBroken && span === undefined;
    if (joins && before !== undefined && isOneBreath(before, message)) group.push(message);
    else {
      group = [message];
      rows.push({ kind: 'group', key: `m-${message.messageId}`, messages: group });
    }
    isBroken = hide(message.messageId);
    before = message;
  }
  return rows;
}

function isOneBreath(before: ReadMessage, message: ReadMessage): boolean {
  const isSame = before.sender?.personKey === message.sender?.personKey;
  return isSame && message.sentAt - before.sentAt <= GROUP_MS && !isNotice(before) && !isNotice(message);
}

/** The dialogs of a stretch by their first message at hand. */
function spansByFirst({ items, hiddenAt, isOpenAfter }: RowSource): Map<string, DialogSpan> {
  const parts: ReadMessage[][] = [];
  for (const message of items) {
    const last = parts.at(-1);
    if (last === undefined || message.startsDialog) parts.push([message]);
    else last.push(message);
  }
  const hidden = new Map(hiddenAt.map(({ afterId, count }) => [afterId, count]));
  return new Map(
    parts.flatMap((part, place) => {
      const [first, last] = [part.at(0), part.at(-1)];
      if (first === undefined || last === undefined) return [];
      const people = part.flatMap(({ sender }) => sender ?? []);
      const span: DialogSpan = {
        firstMessageId: first.messageId,
        lastMessageId: last.messageId,
        firstAt: first.sentAt,
        lastAt: last.sentAt,
        messages: part.length,
        hidden: part.slice(0, -1).reduce((sum, { messageId }) => sum + (hidden.get(messageId) ?? 0), 0),
        people: [...new Map(people.map((person) => [person.personKey, person])).values()],
        topic: topicOf(part),
        isCutBefore: !first.startsDialog,
        isCutAfter: isOpenAfter && place === parts.length - 1,
      };
      return [[first.messageId, span] as const];
    }),
  );
}

/** The first text; where nobody wrote one, the first title or file name. */
function topicOf(part: readonly ReadMessage[]): string | null {
  const bodies = part.map(({ message }) => message.body);
  const lines = [
    ...bodies.map((body) => (body.kind === 'text' ? body.text : '')),
    ...bodies.map((body) => ('title' in body ? body.title : body.kind === 'file' ? (body.media.fileName ?? '') : '')),
  ].map((text) =>
    text
      .slice(0, TOPIC * 4)
      .replace(/\s+/g, ' ')
      .trim(),
  );
  const line = lines.find((text) => text !== '');
  return line === undefined ? null : [...line].slice(0, TOPIC).join('');
}

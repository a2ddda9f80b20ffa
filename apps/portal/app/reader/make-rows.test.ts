import { describe, expect, it } from 'vitest';
import type { ReadMessage } from '../api/reading-types.ts';
import { makeRows, type Row, type RowSource } from './make-rows.ts';

const MINUTE = 60_000;
const NOON = Date.UTC(2026, 10, 20, 12);

interface Said {
  readonly id: string;
  readonly minute: number;
  readonly by?: string;
  readonly kind?: string;
  readonly starts?: boolean;
  readonly conversation?: string;
  readonly text?: string;
  readonly title?: string;
}

function said({ id, minute, by = 'ann', kind = 'text', starts = false, conversation = 'one', text = id, title }: Said) {
  return {
    messageId: id,
    conversationId: conversation,
    sentAt: NOON + minute * MINUTE,
    kind,
    sender: { personKey: by },
    startsDialog: starts,
    message: { body: kind === 'text' ? { kind, text } : { kind, ...(title !== undefined && { title }) } },
  } as ReadMessage;
}

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

function rowsOf(
  messages: readonly Said[],
  more: Partial<RowSource> = {},
  heads: 'dialogs' | 'conversations' = 'dialogs',
) {
  return makeRows({ items: messages.map(said), hiddenAt: [], isOpenAfter: false, ...more }, { dayOf, heads });
}

const shape = (rows: readonly Row[]) =>
  rows.map((row) => (row.kind === 'group' ? row.messages.map(({ messageId }) => messageId).join('+') : `${row.kind}`));

describe('rows of a conversation', () => {
  it('one sender within five minutes is one group; another sender, a longer pause and a notice begin a new one', () => {
    const rows = rowsOf([
      { id: 'a', minute: 0, starts: true },
      { id: 'b', minute: 5 },
      { id: 'c', minute: 11 },
      { id: 'd', minute: 12, by: 'bob' },
      { id: 'e', minute: 12, by: 'bob', kind: 'revoke' },
      { id: 'f', minute: 13, by: 'bob' },
    ]);
    expect(shape(rows)).toEqual(['day', 'dialog', 'a+b', 'c', 'd', 'e', 'f']);
  });

  it('a dialog begins with a heading that says how long it was silent; a silence within a dialog is said, too', () => {
    const rows = rowsOf([
      { id: 'a', minute: 0, starts: true },
      { id: 'b', minute: 70 },
      { id: 'c', minute: 200, starts: true },
    ]);
    expect(shape(rows)).toEqual(['day', 'dialog', 'a', 'silence', 'b', 'dialog', 'c']);
    expect(rows.flatMap((row) => (row.kind === 'silence' || row.kind === 'dialog' ? [row.seconds] : []))).toEqual([
      null,
      70 * 60,
      130 * 60,
    ]);
  });

  it('what is hidden stands in its place and parts a group', () => {
    const rows = rowsOf(
      [
        { id: 'a', minute: 0, starts: true },
        { id: 'b', minute: 1 },
      ],
      {
        hiddenAt: [
          { afterId: null, count: 2, isMore: false },
          { afterId: 'a', count: 12, isMore: true },
          { afterId: 'b', count: 0, isMore: false },
        ],
      },
    );
    expect(shape(rows)).toEqual(['hidden', 'day', 'dialog', 'a', 'hidden', 'b']);
    expect(rows.find(({ key }) => key === 'h-a')).toMatchObject({ count: 12, isMore: true });
  });

  it('a heading counts the messages, people and hidden ones of its dialog and takes the first text as its topic', () => {
    const rows = rowsOf(
      [
        { id: 'a', minute: 0, kind: 'image' },
        { id: 'b', minute: 1, by: 'bob', text: ' 报价单\n什么时候给 ' },
        { id: 'c', minute: 2, by: 'bob' },
        { id: 'd', minute: 90, starts: true },
      ],
      { hiddenAt: [{ afterId: 'a', count: 3, isMore: false }], isOpenAfter: true },
    );
    const spans = rows.flatMap((row) => (row.kind === 'dialog' ? [row.span] : []));
    expect(spans).toMatchObject([
      {
        firstMessageId: 'a',
        lastMessageId: 'c',
        messages: 3,
        hidden: 3,
        people: [{ personKey: 'ann' }, { personKey: 'bob' }],
        topic: '报价单 什么时候给',
        isCutBefore: true,
        isCutAfter: false,
      },
      { messages: 1, isCutBefore: false, isCutAfter: true },
    ]);
  });

  it('a dialog in which nobody wrote is called by its first title', () => {
    const rows = rowsOf([
      { id: 'a', minute: 0, kind: 'revoke', starts: true },
      { id: 'b', minute: 1, kind: 'todo', title: '送 样品' },
      { id: 'c', minute: 90, kind: 'todo', title: '盘点', starts: true },
      { id: 'd', minute: 91, text: '好' },
    ]);
    expect(rows.flatMap((row) => (row.kind === 'dialog' ? [row.span.topic] : []))).toEqual(['送 样品', '好']);
  });

  it('hidden messages between two are no silence', () => {
    const items = [
      { id: 'a', minute: 0, starts: true },
      { id: 'b', minute: 100 },
    ];
    expect(shape(rowsOf(items, { hiddenAt: [{ afterId: 'a', count: 2, isMore: false }] }))).toEqual([
      'day',
      'dialog',
      'a',
      'hidden',
      'b',
    ]);
  });

  it('in a timeline every stretch of a conversation has its heading, and days have theirs', () => {
    const rows = rowsOf(
      [
        { id: 'a', minute: 0 },
        { id: 'b', minute: 1, conversation: 'two' },
        { id: 'c', minute: 2, conversation: 'two' },
        { id: 'd', minute: 24 * 60, conversation: 'two' },
      ],
      {},
      'conversations',
    );
    expect(shape(rows)).toEqual(['day', 'conversation', 'a', 'conversation', 'b+c', 'day', 'd']);
  });

  it('every row has a key of its own', () => {
    const rows = rowsOf([
      { id: 'a', minute: 0, starts: true },
      { id: 'b', minute: 3000, starts: true, by: 'bob' },
    ]);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  });
});

import { describe, expect, it } from 'vitest';
import type { MessageView } from '../api/types.ts';
import { groupMessages } from './group-messages.ts';

const MINUTE = 60_000;
const start = Date.parse('2026-11-22T01:00:00Z');
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

function message(sender: string, minutes: number, kind: MessageView['kind'] = 'text'): MessageView {
  return {
    messageId: `${sender}-${minutes}`,
    seq: '1',
    msgid: '',
    connectionId: 'c',
    conversationId: 'v',
    kind,
    sentAt: start + minutes * MINUTE,
    sentAtKnown: true,
    archivedAt: start,
    direction: 'inbound',
    sender: {
      personKey: sender,
      kind: 'employee',
      name: null,
      displayName: sender,
      currentName: null,
      label: null,
      corpName: null,
      hasLeft: false,
      state: 'pending',
      fault: null,
      connectionId: 'c',
      writtenAs: sender,
    },
    roomId: null,
    roomName: null,
    recalledAt: null,
    quoted: null,
    message: {
      msgid: '',
      action: 'send',
      from: null,
      to: [],
      writtenAs: {},
      roomId: null,
      sentAt: null,
      body: { kind: 'text', text: '', quote: null },
      irregularities: [],
    },
    media: [],
    people: [],
  };
}

describe('messages in a conversation', () => {
  it('of one sender within five minutes stand together', () => {
    const groups = groupMessages([message('a', 0), message('a', 5), message('a', 11), message('b', 12)], dayOf);
    expect(groups.map(({ messages }) => messages.length)).toEqual([2, 1, 1]);
  });

  it('are separated by long silences, with their length, and by days', () => {
    const groups = groupMessages([message('a', 0), message('a', 192), message('a', 24 * 60)], dayOf);
    expect(groups.map(({ silenceSeconds }) => silenceSeconds)).toEqual([null, 192 * 60, null]);
    expect(groups.map(({ newDay }) => newDay)).toEqual([true, false, true]);
  });

  it('never join a recall line to what was said', () => {
    expect(groupMessages([message('a', 0), message('a', 1, 'revoke'), message('a', 2)], dayOf)).toHaveLength(3);
  });
});

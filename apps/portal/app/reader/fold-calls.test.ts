import { expect, it } from 'vitest';
import type { CallView, MessageView } from '../api/types.ts';
import { foldCalls } from './fold-calls.ts';

const item = (messageId: string) => ({ messageId }) as MessageView;
const call = (...messageIds: string[]): CallView => ({
  messageIds,
  noticeIds: messageIds,
  recordingId: null,
  documentIds: [],
  kind: 'one_voice',
  seconds: 1,
  endedAt: 0,
});

it('a call stands in place of its first message, with the others in it', () => {
  const folded = foldCalls({ items: ['a', 'n1', 'b', 'n2', 'r'].map(item), calls: [call('n1', 'n2', 'r')] });
  expect(folded.items.map(({ messageId }) => messageId)).toEqual(['a', 'n1', 'b']);
  expect(folded.callAt.get('n1')?.parts.map(({ messageId }) => messageId)).toEqual(['n2', 'r']);
  expect([folded.standsFor('r'), folded.standsFor('a')]).toEqual(['n1', 'a']);
});

it('a call of one message is that message', () => {
  const folded = foldCalls({ items: [item('n')], calls: [call('n')] });
  expect([folded.items.length, folded.callAt.size]).toEqual([1, 0]);
});

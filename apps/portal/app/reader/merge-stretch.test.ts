import { expect, it } from 'vitest';
import type { ReadContext } from '../api/reading-types.ts';
import { mergeStretch } from './merge-stretch.ts';

function part(ids: string, more: Partial<ReadContext> = {}): ReadContext {
  const items = [...ids].map((messageId) => ({ messageId }));
  return { items, calls: [], hiddenAt: [], hidden: 0, olderCursor: null, newerCursor: null, ...more } as ReadContext;
}

const idsOf = ({ items }: ReadContext) => items.map(({ messageId }) => messageId).join('');

it('parts stand in the order of time, each message once, with the cursors of both ends', () => {
  const merged = mergeStretch({
    older: [part('cd', { olderCursor: 'x' }), part('ab', { olderCursor: 'before a' })],
    first: part('def', { olderCursor: 'before d', newerCursor: 'after f' }),
    newer: [part('gh', { newerCursor: 'after h' })],
  });
  expect(idsOf(merged)).toBe('abcdefgh');
  expect([merged.olderCursor, merged.newerCursor]).toEqual(['before a', 'after h']);
});

it('conversations of all parts are at hand, each once', () => {
  const of = (...ids: string[]) => ({ conversations: ids.map((conversationId) => ({ conversationId })) }) as never;
  const merged = mergeStretch({
    older: [part('a', of('x', 'y'))],
    first: part('b', of('y')),
    newer: [part('c', of('z'))],
  });
  expect(merged).toMatchObject({
    conversations: [{ conversationId: 'x' }, { conversationId: 'y' }, { conversationId: 'z' }],
  });
  expect(mergeStretch({ older: [], first: part('b'), newer: [] })).not.toHaveProperty('conversations');
});

it('an end that was reached stays reached', () => {
  const merged = mergeStretch({ older: [part('a')], first: part('b', { olderCursor: 'before b' }), newer: [] });
  expect(merged.olderCursor).toBeNull();
});

it('what is hidden before a part stands after the part before it, and is told once', () => {
  const merged = mergeStretch({
    older: [part('ab', { hiddenAt: [{ afterId: 'b', count: 2, isMore: false }] })],
    first: part('cd', { hiddenAt: [{ afterId: null, count: 2, isMore: false }] }),
    newer: [part('ef', { hiddenAt: [{ afterId: null, count: 5, isMore: true }] })],
  });
  expect(merged.hiddenAt).toEqual([
    { afterId: 'b', count: 2, isMore: false },
    { afterId: 'd', count: 5, isMore: true },
  ]);
});

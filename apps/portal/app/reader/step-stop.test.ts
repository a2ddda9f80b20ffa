import { expect, it } from 'vitest';
import type { ReadMessage } from '../api/reading-types.ts';
import type { Row } from './make-rows.ts';
import { stepStop, stopsOf } from './step-stop.ts';

const group = (...ids: string[]): Row => ({
  kind: 'group',
  key: `m-${ids[0]}`,
  messages: ids.map((messageId) => ({ messageId }) as ReadMessage),
});
const dialog = (id: string) => ({ kind: 'dialog', key: `g-${id}` }) as Row;

const stops = stopsOf([
  { kind: 'day', key: 'd', at: 0 },
  dialog('a'),
  group('a', 'b'),
  { kind: 'hidden', key: 'h', count: 1, isMore: false },
  group('c'),
  dialog('d'),
  group('d'),
]);
const step = (from: string | null, kind: 'heading' | 'message', by: 1 | -1) => stepStop(stops, from, kind, by)?.id;

it('messages follow each other through groups and over the heads of dialogs', () => {
  expect([step('m-a', 'message', 1), step('m-b', 'message', 1), step('m-c', 'message', 1)]).toEqual([
    'm-b',
    'm-c',
    'm-d',
  ]);
  expect([step('m-d', 'message', -1), step('m-a', 'message', -1)]).toEqual(['m-c', undefined]);
  expect(stops.find(({ id }) => id === 'm-b')?.rowKey).toBe('m-a');
});

it('dialogs follow each other; back from a message is the head of its own', () => {
  expect([step('m-b', 'heading', 1), step('m-d', 'heading', 1)]).toEqual(['g-d', undefined]);
  expect([step('m-b', 'heading', -1), step('g-d', 'heading', -1)]).toEqual(['g-a', 'g-a']);
});

it('from nowhere the first or the last one is next', () => {
  expect([step(null, 'message', 1), step('gone', 'message', -1)]).toEqual(['m-a', 'm-d']);
});

it('where conversations follow each other, their heads are the headings', () => {
  const walk = stopsOf([
    { kind: 'conversation', key: 'c-a', conversationId: 'one', firstId: 'a' },
    group('a'),
    { kind: 'conversation', key: 'c-b', conversationId: 'two', firstId: 'b' },
    group('b'),
  ]);
  expect([stepStop(walk, 'm-a', 'heading', 1)?.id, stepStop(walk, 'm-b', 'heading', -1)?.id]).toEqual(['c-b', 'c-b']);
});

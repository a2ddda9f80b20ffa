import type { MessageBody, PersonKey } from '@highwater/domain';
import { expect, test } from 'vitest';
import { namedPeople } from './named-people.ts';

const LIN = 'lin' as PersonKey;
const WANG = 'wang' as PersonKey;
const CHEN = 'chen' as PersonKey;

const named = (body: MessageBody, from: PersonKey | null = LIN) =>
  namedPeople({
    msgid: 'm1',
    action: 'send',
    from,
    to: [WANG, CHEN],
    writtenAs: {},
    roomId: null,
    sentAt: 0,
    body,
    irregularities: [],
  });

test('a text names its sender alone, and nobody where there is none', () => {
  const text: MessageBody = { kind: 'text', text: 'wang', quote: null };
  expect(named(text)).toEqual([LIN]);
  expect(named(text, null)).toEqual([]);
});

test('whom a message is about is named once, at any depth', () => {
  const card: MessageBody = { kind: 'card', corpName: '果园', person: WANG };
  const item = (body: MessageBody) => ({ sentAt: null, fromRoom: null, sourceType: 'card', body });
  const inner: MessageBody = { kind: 'mixed', items: [item(card), item({ kind: 'switch', person: LIN })] };
  expect(named({ kind: 'chatrecord', title: '记录', items: [item(inner), item(card)] })).toEqual([LIN, WANG]);
});

test('those who took part in a list, shared a screen or made a document are named', () => {
  const entries = [WANG, null, CHEN].map((person) => ({ person, content: '一份' }));
  expect(named({ kind: 'solitaire', title: '', content: '', entries })).toEqual([LIN, WANG, CHEN]);
  expect(named({ kind: 'docmsg', title: '', url: '', creator: CHEN })).toEqual([LIN, CHEN]);
});

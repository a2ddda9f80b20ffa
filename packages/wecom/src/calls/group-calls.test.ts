import { readFileSync } from 'node:fs';
import type { ConversationId, MessageId } from '@highwater/domain';
import { describe, expect, it } from 'vitest';
import { parseMessage } from '../parse/parse-message.ts';
import { peopleOf } from '../parse/people-of.ts';
import { groupCalls, type CallMessage } from './group-calls.ts';

const samples = new Map(
  readFileSync(new URL('../../../wecom-simulator/fixtures/samples.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => /^\{"case": "([^"]+)", "message": (.*)\}$/.exec(line) ?? [])
    .map(([, name = '', text = '']) => [name, text]),
);

function callMessage(messageId: string, text: string): CallMessage {
  const message = parseMessage(new TextEncoder().encode(text));
  const place = message.roomId ?? peopleOf(message).toSorted().join('|');
  return {
    messageId: messageId as MessageId,
    conversationId: place as ConversationId,
    sentAt: message.sentAt ?? 0,
    message,
  };
}

const AT = 1_794_500_000_000;
const say = (id: string, seconds: number, from: string, to: string[], body: object, roomid = '') =>
  callMessage(
    id,
    JSON.stringify({ msgid: id, action: 'send', from, tolist: to, roomid, msgtime: AT + seconds * 1000, ...body }),
  );
const notice = (callduration: number, invitetype = 2) => ({ msgtype: 'voiptext', info: { callduration, invitetype } });
const recording = (endsAfter: number, voiceid = 'v1') => ({
  msgtype: 'meeting_voice_call',
  voiceid,
  meeting_voice_call: { endtime: AT / 1000 + endsAfter, sdkfileid: 'CiAx' },
});

describe('the calls of the samples', () => {
  const named = (prefix: string) =>
    [...samples].filter(([name]) => name.startsWith(prefix)).map(([name, text]) => callMessage(name, text));

  it('are one for the three notices of three participants, and one for each of the others', () => {
    const calls = groupCalls(named('voiptext/'));
    expect(calls.map(({ noticeIds }) => noticeIds.length).toSorted()).toEqual([1, 1, 1, 1, 1, 3]);
    expect(calls.find(({ noticeIds }) => noticeIds.length === 3)).toMatchObject({ kind: 'group_voice', seconds: 412 });
  });

  it('are one for each recording and each document of another id', () => {
    const all = [...named('voiptext/'), ...named('meeting_voice_call/'), ...named('voip_doc_share/')];
    const calls = groupCalls(all);
    expect(calls.filter(({ recordingId }) => recordingId !== null)).toHaveLength(
      [...samples.keys()].filter((name) => name.startsWith('meeting_voice_call/')).length,
    );
    expect(calls.flatMap(({ messageIds }) => messageIds).toSorted()).toEqual(
      all.map(({ messageId }) => messageId).toSorted(),
    );
  });
});

describe('notices', () => {
  it('of both people of a call are one, with its recording', () => {
    const calls = groupCalls([
      say('a', 100, 'lin', ['zhao'], notice(60)),
      say('b', 101, 'zhao', ['lin'], notice(61)),
      say('r', 900, 'lin', ['zhao'], recording(100)),
    ]);
    expect(calls).toEqual([
      {
        messageIds: ['a', 'b', 'r'],
        noticeIds: ['a', 'b'],
        recordingId: 'r',
        documentIds: [],
        kind: 'one_voice',
        seconds: 61,
        endedAt: AT + 100_000,
      },
    ]);
  });

  it.each([
    ['of another duration', say('b', 101, 'zhao', ['lin'], notice(65))],
    ['of another kind', say('b', 101, 'zhao', ['lin'], notice(60, 1))],
    ['minutes later', say('b', 300, 'zhao', ['lin'], notice(60))],
    ['of the same sender', say('b', 101, 'lin', ['zhao'], notice(60))],
    ['of other people', say('b', 101, 'zhao', ['wang'], notice(60))],
  ])('%s are another call', (_, other) => {
    expect(groupCalls([say('a', 100, 'lin', ['zhao'], notice(60)), other])).toHaveLength(2);
  });

  it('of an unanswered call and of the call back are two', () => {
    const calls = groupCalls([say('a', 0, 'lin', ['zhao'], notice(0)), say('b', 20, 'zhao', ['lin'], notice(0))]);
    expect(calls).toHaveLength(2);
  });

  it('with and without the room, of the same people, are one', () => {
    const calls = groupCalls([
      say('a', 0, 'lin', ['zhao', 'wang'], notice(30, 4), 'wr1'),
      say('b', 1, 'zhao', ['lin', 'wang'], notice(30, 4)),
    ]);
    expect(calls).toHaveLength(1);
  });
});

describe('recordings', () => {
  it('belong to the call that ended when they ended, and to no video call', () => {
    const calls = groupCalls([
      say('first', 100, 'lin', ['zhao'], notice(60)),
      say('second', 200, 'lin', ['zhao'], notice(30)),
      say('video', 201, 'lin', ['zhao'], notice(30, 1)),
      say('r', 1000, 'zhao', ['lin'], recording(199)),
    ]);
    expect(calls.map(({ messageIds }) => messageIds)).toEqual([['first'], ['second', 'r'], ['video']]);
  });

  it('stand alone where no notice is near, and share their id with documents', () => {
    const calls = groupCalls([
      say('a', 0, 'lin', ['zhao'], notice(60)),
      say('r', 4000, 'lin', ['zhao'], recording(3900, 'v7')),
      say('d', 4001, 'lin', ['zhao'], { msgtype: 'voip_doc_share', voipid: 'v7', voip_doc_share: { filename: 'x' } }),
      say('e', 4002, 'lin', ['zhao'], { msgtype: 'voip_doc_share', voipid: 'v8', voip_doc_share: { filename: 'y' } }),
    ]);
    expect(calls.map(({ messageIds }) => messageIds)).toEqual([['a'], ['r', 'd'], ['e']]);
    expect(calls[1]).toMatchObject({ kind: 'other', recordingId: 'r', documentIds: ['d'], seconds: null });
  });

  it('and all other messages leave each other alone', () => {
    expect(groupCalls([say('t', 0, 'lin', ['zhao'], { msgtype: 'text', text: { content: 'x' } })])).toEqual([]);
  });
});

import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { makeCompany, type Company } from '../testing/company.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { startTalk, type SaidMessage, type Talk } from '../testing/talk.ts';

const ROOM = 'wrRoomOfTheQuotes000000001';

interface Quoted {
  readonly state: string;
  readonly messageId: string | null;
}

let api: TestApi;
let company: Company;
let talk: Talk;
beforeAll(async () => {
  api = await startApi(inject('superuser'));
  company = await makeCompany(api);
  talk = await startTalk(api, company);
});
afterAll(() => api.stop());

const quoting = (words: string, name = '某人') => `这是一条引用/回复消息：\n“${name}：\n${words}”\n------\n收到`;

async function quotedBy(browser: Browser, reply: SaidMessage): Promise<Quoted | null> {
  const { body } = await browser.ask<{ quoted: Quoted | null }>('GET', `/v1/messages/${reply.messageId}`);
  return body.quoted;
}

it('a reply holds the earlier message of its conversation that has the quoted words', async () => {
  const { say } = talk;
  const original = await say({ from: 'LinXiaoyu', to: ['zhaokai'], text: '明天几点送货' });
  const elsewhere = await say({ from: 'LinXiaoyu', to: ['boss'], text: '只在别处说过的话' });
  const reply = await say({ from: 'zhaokai', to: ['LinXiaoyu'], text: quoting('明天几点送货') });
  const stranger = await say({ from: 'zhaokai', to: ['LinXiaoyu'], text: quoting('只在别处说过的话') });
  const forward = await say({ from: 'zhaokai', to: ['LinXiaoyu'], text: quoting('以后才说的话') });
  await say({ from: 'LinXiaoyu', to: ['zhaokai'], text: '以后才说的话' });
  const unmatched = { state: 'unmatched', messageId: null, sentAt: null, sender: null };
  expect(await quotedBy(company.owner, reply)).toMatchObject({
    state: 'matched',
    messageId: original.messageId,
    sentAt: original.sentAt,
    sender: { personKey: 'linxiaoyu' },
  });
  expect(await quotedBy(company.owner, stranger)).toEqual(unmatched);
  expect(await quotedBy(company.owner, forward)).toEqual(unmatched);
  expect(await quotedBy(company.owner, elsewhere)).toBeNull();

  const path = `/v1/messages/${reply.messageId}/context`;
  const { body } = await company.owner.ask<{ items: { messageId: string; quoted: Quoted | null }[] }>('GET', path);
  const inContext = body.items.find(({ messageId }) => messageId === reply.messageId);
  expect(inContext?.quoted).toMatchObject({ state: 'matched', messageId: original.messageId });
});

it('a reader does not learn of a quoted message that it may not see', async () => {
  const { say } = talk;
  const hidden = await say({ from: 'boss', to: ['zhaokai'], roomId: ROOM, text: '底价是八十' });
  const reply = await say({ from: 'zhaokai', to: ['LinXiaoyu', 'boss'], roomId: ROOM, text: quoting('底价是八十') });
  expect(await quotedBy(company.owner, reply)).toMatchObject({ messageId: hidden.messageId });
  expect(await quotedBy(company.viewer, reply)).toMatchObject({ state: 'unmatched', messageId: null });
});

it('several notices and the recording of one call are one call', async () => {
  const at = Date.UTC(2026, 10, 20, 8);
  const notice = { msgtype: 'voiptext', info: { callduration: 60, invitetype: 2 } };
  const recording = { endtime: at / 1000, sdkfileid: 'CiAx' };
  const first = await talk.say({ from: 'boss', to: ['chenjie'], at, body: notice });
  const second = await talk.say({ from: 'chenjie', to: ['boss'], at: at + 1000, body: notice });
  const sound = await talk.say({
    from: 'boss',
    to: ['chenjie'],
    at: at + 600_000,
    body: { msgtype: 'meeting_voice_call', voiceid: 'v1', meeting_voice_call: recording },
  });
  const { body } = await company.owner.ask<{ calls: object[] }>('GET', `/v1/messages/${first.messageId}/context`);
  expect(body.calls).toEqual([
    {
      messageIds: [first.messageId, second.messageId, sound.messageId],
      noticeIds: [first.messageId, second.messageId],
      recordingId: sound.messageId,
      documentIds: [],
      kind: 'one_voice',
      seconds: 60,
      endedAt: at,
    },
  ]);
});

import type { ConversationId, PersonKey } from '@highwater/domain';
import { KINDS_WITH_FILES } from '@highwater/search';
import { listMedia, parseMessage } from '@highwater/wecom';
import { expect, it } from 'vitest';
import { deriveFacts } from './derive-facts.ts';

const file = { sdkfileid: 'CtYB', md5sum: '0', filesize: 1 };
const people = ['linxiaoyu', 'boss'] as unknown[] as PersonKey[];
const factsOf = (body: object) => {
  const message = { msgid: 'm', action: 'send', from: 'linxiaoyu', tolist: ['boss'], roomid: '', msgtime: 1, ...body };
  const parsed = parseMessage(Buffer.from(JSON.stringify(message)));
  return { parsed, facts: deriveFacts(() => 1, parsed, people, 'c' as ConversationId, 'internal') };
};
/** Every kind whose body can name a file. */
const WITH_FILES = [
  { msgtype: 'image', image: file },
  { msgtype: 'voice', voice: file },
  { msgtype: 'video', video: file },
  { msgtype: 'file', file },
  { msgtype: 'emotion', emotion: { ...file, type: 1 } },
  { msgtype: 'voip_doc_share', voipid: 'v', voip_doc_share: { ...file, filename: 'a' } },
  { msgtype: 'meeting_voice_call', voiceid: 'v', meeting_voice_call: { ...file, endtime: 1 } },
  { msgtype: 'mixed', mixed: { item: [{ type: 'image', content: JSON.stringify(file) }] } },
  {
    msgtype: 'chatrecord',
    chatrecord: { title: 't', item: [{ type: 'ChatRecordImage', content: JSON.stringify(file) }] },
  },
  { msgtype: 'something_new', something_new: file },
];

it.each(WITH_FILES)('knows the files of $msgtype, among which a search for files looks', (body) => {
  const { parsed, facts } = factsOf(body);
  expect(listMedia(parsed.body).length).toBeGreaterThan(0);
  expect(facts).toMatchObject({ kind: parsed.body.kind, hasMedia: true });
  expect(KINDS_WITH_FILES).toContain(parsed.body.kind);
});

it('knows where there are none, and who took part', () => {
  const { facts } = factsOf({ msgtype: 'text', text: { content: '你好' } });
  expect(facts).toEqual({
    kind: 'text',
    direction: 'internal',
    hasMedia: false,
    conversation: 1,
    room: null,
    people: [1, 1],
  });
});

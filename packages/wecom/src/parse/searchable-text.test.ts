import { expect, test } from 'vitest';
import { parseMessage } from './parse-message.ts';
import { searchableText } from './searchable-text.ts';

/** What a message of this kind is found by. */
function textsOf(msgtype: string, body: object, around: object = {}) {
  const message = {
    msgid: 'm',
    action: 'send',
    from: 'LinXiaoyu',
    tolist: ['ChenJie'],
    msgtime: 1794503459374,
    ...around,
  };
  return searchableText(
    parseMessage(new TextEncoder().encode(JSON.stringify({ ...message, msgtype, [msgtype]: body }))),
  );
}

test('a file is found by its type also where its name does not say it', () => {
  const of = (filename: string, fileext: string) => textsOf('file', { filename, fileext }).map(({ text }) => text);
  expect(of('订单汇总', 'xlsx')).toEqual(['订单汇总', 'xlsx']);
  expect(of('', 'docx')).toEqual(['docx']);
  expect(of('报价.PDF', 'pdf')).toEqual(['报价.PDF']);
  expect(of('报价.pdf', '')).toEqual(['报价.pdf']);
  expect(textsOf('file', { filename: '订单汇总', fileext: 'xlsx' }).map(({ field }) => field)).toEqual([
    'file',
    'file',
  ]);
});

test('a part of a record that nobody knows is found by its type and by every word and number in it', () => {
  const inner = { item: [{ type: 'ChatRecordDeep', content: JSON.stringify({ note: '三箱柑橘' }) }] };
  const found = textsOf('chatrecord', {
    title: '记录',
    item: [
      { type: 'ChatRecordSomethingNew', msgtime: 1794499000, content: '{"a":1,"words":"\\u660e\\u5929"}' },
      { type: 'ChatRecordFile', msgtime: 1794499000, content: '{"filename":"a.docx","filesize":' },
      { type: 'chatrecord', msgtime: 1794499000, content: JSON.stringify(inner) },
    ],
  });
  const texts = found.map(({ text }) => text);
  for (const word of ['ChatRecordSomethingNew', '明天', 'ChatRecordFile', 'a.docx', 'ChatRecordDeep', '三箱柑橘']) {
    expect(texts.some((text) => text.includes(word))).toBe(true);
  }
  expect(found.filter(({ text }) => text.startsWith('ChatRecord')).every(({ field }) => field === 'raw')).toBe(true);
});

test('what stands beside the content of a part that nobody knows is found too', () => {
  const item = [{ type: 'ChatRecordPoll', msgtime: 1794499000, content: '{"a":1}', heading: '周五聚餐' }];
  expect(textsOf('chatrecord', { title: '记录', item }).some(({ text }) => text.includes('周五聚餐'))).toBe(true);
});

test('a recorded call is found by who showed something in it, as WeCom writes them', () => {
  const call = {
    endtime: 1794504035,
    demofiledata: [{ filename: '报价.docx', demooperator: 'ChenJie', starttime: 1794503999, endtime: 1794504009 }],
    sharescreendata: [{ share: 'WangFang', starttime: 1794503989, endtime: 1794504003 }],
  };
  expect(textsOf('meeting_voice_call', call, { voiceid: 'v' })).toEqual([
    { field: 'file', text: '报价.docx' },
    { field: 'person', text: 'ChenJie' },
    { field: 'person', text: 'WangFang' },
  ]);
});

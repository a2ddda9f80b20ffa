import { describe, expect, it } from 'vitest';
import { parseMessage } from './parse-message.ts';
import { peopleOf } from './people-of.ts';

const CUSTOMER = 'wmTESTaAAAQx7Rk2Lp9sVt0Bn4Yd6Hf8';
/** JSON as written: numbers beyond 2^53 would be rounded on their way through an object. */
const parse = (json: string) => parseMessage(new TextEncoder().encode(json));
const message = (rest: string, head = `"from":"LinXiaoyu","tolist":["${CUSTOMER}"],"msgtime":1794500076174`) =>
  parse(`{"msgid":"1_2_external","action":"send",${head},${rest}}`);
const text = (head: string) => message('"msgtype":"text","text":{"content":"x"}', head);

describe('times', () => {
  it.each([
    ['milliseconds', '"msgtime":1794500076174', 1_794_500_076_174],
    ['seconds', '"msgtime":1794500076', 1_794_500_076_000],
    ['milliseconds as text', '"msgtime":"1794500076174"', 1_794_500_076_174],
    ['zero', '"msgtime":0', null],
    ['nothing', '"x":0', null],
    ['null', '"msgtime":null', null],
    ['`time` instead', '"time":1794500076174', 1_794_500_076_174],
    ['zero with `time` beside it', '"msgtime":0,"time":1794500076', 1_794_500_076_000],
    ['a word', '"msgtime":"now"', null],
    ['an absurd number', '"msgtime":99999999999999999999', null],
    ['a negative number', '"msgtime":-1', null],
  ])('as %s', (_, time, sentAt) => {
    expect(text(`"from":"a","tolist":["b"],${time}`).sentAt).toBe(sentAt);
  });
});

describe('people', () => {
  it.each([
    ['a list', '["zhaokai","Mia.Olsen"]', ['a', 'zhaokai', 'mia.olsen']],
    ['one name instead of a list', '"ZhaoKai"', ['a', 'zhaokai']],
    ['a list with the sender', '["A","zhaokai"]', ['a', 'zhaokai']],
    ['a list with repeats in other case', '["ZhaoKai","zhaokai"]', ['a', 'zhaokai']],
    ['an empty list', '[]', ['a']],
    ['a list with numbers, nulls and empty names', '[7,null,"",{}]', ['a', '7']],
  ])('in %s', (_, tolist, people) => {
    expect(peopleOf(text(`"from":"a","tolist":${tolist}`))).toEqual(people);
  });

  it('of a very long list are all there', () => {
    const many = Array.from({ length: 20_000 }, (_, at) => `"u${at}"`).join();
    expect(text(`"from":"a","tolist":[${many}]`).to).toHaveLength(20_000);
  });

  it.each([
    ['absent', ''],
    ['null', ',"roomid":null'],
    ['empty', ',"roomid":""'],
    ['of spaces', ',"roomid":"  "'],
  ])('talk without a room when it is %s', (_, roomid) => {
    expect(text(`"from":"a","tolist":["b"]${roomid}`).roomId).toBeNull();
  });
});

describe('switch logs', () => {
  it('need no type, receivers or msgtime, and keep their employee', () => {
    const parsed = parse('{"msgid":"5","action":"switch","time":1794505309711,"user":"LinXiaoyu"}');
    expect(parsed).toMatchObject({
      from: 'linxiaoyu',
      to: [],
      sentAt: 1_794_505_309_711,
      body: { kind: 'switch', person: 'linxiaoyu' },
    });
    expect(parse('{"action":"switch","time":1}').body).toMatchObject({ kind: 'unknown', reason: 'people' });
  });
});

describe('numbers', () => {
  it.each(['9007199254740993', '9223372036854775809', '18446744073709551615'])('%s is kept to the last digit', (id) => {
    expect(message(`"msgtype":"meeting","meeting":{"topic":"t","meetingid":${id}}`).body).toMatchObject({
      meetingId: id,
    });
    expect(
      message(`"msgtype":"collect","collect":{"title":"t","details":[{"id":${id},"ques":"q","type":"Text"}]}`).body,
    ).toMatchObject({ questions: [{ id }] });
  });

  it('as text and text as numbers are read', () => {
    expect(message('"msgtype":"sphfeed","sphfeed":{"feed_type":"4","sph_name":7}').body).toMatchObject({
      feed: 'video',
      name: '7',
    });
    expect(message('"msgtype":"voiptext","info":{"callduration":"65","invitetype":"1"}').body).toMatchObject({
      seconds: 65,
      call: 'one_video',
    });
    expect(message('"msgtype":"text","text":{"content":12}').body).toMatchObject({ text: '12' });
  });
});

describe('bodies', () => {
  it.each([
    ['docmsg', '"doc":{"title":"t"}'],
    ['docmsg', '"docmsg":{"title":"t"}'],
    ['markdown', '"info":{"content":"t"}'],
    ['news', '"info":{"item":[{"title":"t"}]}'],
    ['news', '"info":{"title":"t","url":"https://example.com"}'],
    ['external_redpacket', '"redpacket":{"type":1,"wish":"t"}'],
    ['external_redpacket', '"external_redpacket":{"type":1,"wish":"t"}'],
    ['vote', '"votetitle":"t","voteitem":["a"]'],
    ['vote', '"vote":{"votetitle":"t","voteitem":["a"]}'],
    ['qydiskfile', '"qydiskfile":{"filename":"t"}'],
    ['meeting_notification', '"info":{"content":"t","meeting_id":1}'],
    ['disagree', `"agree":{"userid":"${CUSTOMER}","agree_time":1794502679171}`],
  ])('of %s are found at %s', (kind, body) => {
    expect(message(`"msgtype":"${kind}",${body}`).body.kind).toBe(kind);
  });

  it('in both places are read from the documented one', () => {
    const both = message('"msgtype":"markdown","info":{"content":"first"},"markdown":{"content":"second"}');
    expect(both.body).toMatchObject({ content: 'first' });
    expect(both.irregularities).toEqual([]);
  });

  it('of a card name the person in either spelling', () => {
    for (const name of ['userid', 'Userid', 'UserId']) {
      expect(message(`"msgtype":"card","card":{"corpname":"c","${name}":"ZhaoKai"}`).body).toMatchObject({
        person: 'zhaokai',
      });
    }
  });

  it('of a consent name the person and the time of either spelling', () => {
    const body = `"msgtype":"disagree","disagree":{"userid":"${CUSTOMER}","disagree_time":1794502679171}`;
    expect(message(body).body).toEqual({ kind: 'disagree', person: CUSTOMER, decidedAt: 1_794_502_679_171 });
  });

  it('that are empty texts are messages all the same', () => {
    expect(message('"msgtype":"text","text":{"content":""}').body).toEqual({ kind: 'text', text: '', quote: null });
  });
});

describe('plaintexts that are no message', () => {
  it.each([
    ['nothing', ''],
    ['NULs', '\0\0'],
    ['half a message', '{"msgid":"1","action":"send","text":{"con'],
    ['a list', '[1]'],
    ['a number beyond 2^63', '9223372036854775809'],
  ])('but %s are kept as they came', (_, json) => {
    const parsed = parse(json);
    expect(parsed).toMatchObject({ msgid: '', from: null, to: [], roomId: null, sentAt: null });
    expect(parsed.body).toMatchObject({ kind: 'unknown', reason: 'not_json', raw: json.replaceAll('\0', '') });
  });
});

import { readFileSync } from 'node:fs';
import type { CanonicalMessage } from '@highwater/domain';
import { describe, expect, it } from 'vitest';
import { hideFileIds, listMedia, parseMessage, readRawText, searchableText } from './index.ts';

const file = new URL('../../../wecom-simulator/fixtures/samples.jsonl', import.meta.url);
// The lines' own text is the plaintext: parsing and writing it again would round 64-bit integers.
const LINE = /^\{"case": "([^"]+)", "message": (.*)\}$/;
const samples = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => {
    const [, name = '', text = ''] = LINE.exec(line) ?? [];
    return { name, text };
  });

function parse(name: string): CanonicalMessage {
  const sample = samples.find((one) => one.name === name);
  if (sample === undefined) throw new Error(`no sample ${name}`);
  return parseMessage(new TextEncoder().encode(sample.text));
}

describe('the sample messages', () => {
  it('are 158', () => {
    expect(samples.length).toBe(158);
  });

  it.each(samples)('$name: unknown exactly when its name says so', ({ name }) => {
    expect(parse(name).body.kind === 'unknown').toBe(name.startsWith('unknown/'));
  });

  it.each(samples.filter(({ name }) => !name.startsWith('unknown/')))(
    '$name: is of the kind its name says',
    ({ name }) => {
      expect(parse(name).body.kind).toBe(name.split('/')[0]);
    },
  );

  it.each(samples)('$name: names every sdkfileid of its plaintext once and shows none', ({ name, text }) => {
    const ids = [...new Set(text.match(/Ci[AB][A-Za-z0-9+/=]{90,}/g))];
    const message = parse(name);
    expect(listMedia(message.body).flatMap((media) => media.sdkfileid ?? [])).toEqual(ids);
    const raw = readRawText(new TextEncoder().encode(text));
    const shown = JSON.stringify([searchableText(message), hideFileIds(message), raw]);
    for (const id of ids) expect(shown).not.toContain(id.slice(0, 60));
  });

  it.each(samples)('$name: gives each file a path of its own', ({ name }) => {
    const paths = listMedia(parse(name).body).map((media) => media.path);
    expect(new Set(paths).size).toBe(paths.length);
  });
});

describe('parsing', () => {
  it('keeps integers beyond 64 bits as they were written', () => {
    expect(parse('meeting/meetingid_beyond_int64').body).toMatchObject({ meetingId: '18446744073709551000' });
    expect(parse('collect/create_time_integer').body).toMatchObject({
      questions: [{ id: '18446744073709551615' }],
      createdAt: '2026-11-11 23:30:05',
    });
  });

  it('takes seconds for milliseconds by magnitude and says so', () => {
    const message = parse('text/msgtime_in_seconds');
    expect(message.sentAt).toBe(1794500555000);
    expect(message.irregularities).toContain('msgtime.seconds');
    expect(parse('text/msgtime_zero').sentAt).toBeNull();
    expect(parse('switch/time_in_seconds').sentAt).toBe(1794501000000);
    expect(parse('chatrecord/item_time_in_ms').body).toMatchObject({ items: [{ sentAt: 1794499000000 }] });
  });

  it('folds the userids of employees and leaves those of external people as written', () => {
    const message = parse('text/single_staff_to_customer_zh');
    expect(message.from).toBe('linxiaoyu');
    expect(message.to).toEqual(['wmTESTaAAAQx7Rk2Lp9sVt0Bn4Yd6Hf8']);
    expect(message.writtenAs).toEqual({ linxiaoyu: 'LinXiaoyu' });
    expect(parse('text/userid_mixed_case_of_same_person').from).toBe('linxiaoyu');
  });

  it('leaves the sender out of the receivers', () => {
    const message = parse('text/sender_in_own_tolist');
    expect(message.to).toEqual(['wmTESTaAAAQx7Rk2Lp9sVt0Bn4Yd6Hf8']);
    expect(message.irregularities).toContain('tolist.has_sender');
  });

  it('knows no room where roomid is absent or empty', () => {
    expect(parse('text/roomid_key_absent').roomId).toBeNull();
    expect(parse('text/single_internal_en').roomId).toBeNull();
    expect(parse('text/group_internal').roomId).toBe('wrTESTdAAABn8Mv6Cx4Zl2Kj0Hg9Fd7S');
  });

  it('makes the employee of a switch log its sender', () => {
    expect(parse('switch/enterprise_switch_log')).toMatchObject({
      from: 'linxiaoyu',
      to: [],
      body: { kind: 'switch', person: 'linxiaoyu' },
      sentAt: 1794505309711,
    });
  });

  it('tells why a message is unknown', () => {
    const reason = (name: string) => {
      const { body } = parse(name);
      return body.kind === 'unknown' ? body.reason : body.kind;
    };
    expect(reason('unknown/new_msgtype_with_body')).toBe('type');
    expect(reason('unknown/msgtype_absent_not_switch')).toBe('type');
    expect(reason('unknown/body_is_null')).toBe('body');
    expect(reason('unknown/body_is_array')).toBe('body');
    expect(reason('unknown/tolist_absent')).toBe('people');
    expect(reason('unknown/from_empty')).toBe('people');
    expect(reason('unknown/action_unknown')).toBe('action');
  });

  it('keeps people, room and time of an unknown message', () => {
    expect(parse('unknown/new_msgtype_with_body')).toMatchObject({
      from: 'linxiaoyu',
      to: ['wmTESTaAAAQx7Rk2Lp9sVt0Bn4Yd6Hf8'],
      sentAt: 1794507098940,
    });
  });

  it('reads a size given as text, and none where nothing was measured', () => {
    expect(listMedia(parse('image/filesize_as_string').body)[0]?.size).toBe('91233');
    expect(listMedia(parse('image/md5_absent_size_zero').body)[0]?.size).toBeNull();
    expect(listMedia(parse('file/zero_bytes').body)[0]?.size).toBe('0');
    expect(listMedia(parse('file/over_uint32_size').body)[0]?.size).toBe('5368709120');
    expect(listMedia(parse('image/sdkfileid_missing').body)[0]?.sdkfileid).toBeNull();
  });

  it('names files by their place, at any depth', () => {
    expect(listMedia(parse('chatrecord/nested_two_levels').body).map((media) => media.path)).toEqual([
      'chatrecord.item[0].item[0].item[1]',
    ]);
    expect(listMedia(parse('chatrecord/every_item_type').body).map((media) => media.path)).toEqual([
      'chatrecord.item[1]',
      'chatrecord.item[2]',
      'chatrecord.item[3]',
      'chatrecord.item[4]',
      'chatrecord.item[5]',
      'chatrecord.item[10].item[1]',
    ]);
  });

  it('keeps what it cannot read of a record, piece by piece', () => {
    expect(parse('chatrecord/item_content_broken_json').body).toMatchObject({
      items: [
        {
          body: {
            kind: 'unknown',
            reason: 'not_json',
            fields: [
              { name: 'filename', value: 'a.docx' },
              { name: 'filesize', value: '' },
            ],
          },
        },
      ],
    });
    expect(parse('chatrecord/item_unknown_type').body).toMatchObject({
      items: [
        { sourceType: 'ChatRecordSomethingNew', body: { kind: 'unknown', fields: [{ name: 'a', value: '1' }] } },
        { body: { kind: 'meeting_voice_call' } },
        { body: { kind: 'voip_doc_share' } },
      ],
    });
    expect(parse('chatrecord/item_content_not_json').body).toMatchObject({
      items: [{ body: { kind: 'text', text: 'plain string, not JSON' } }],
    });
  });

  it('recognises quoted replies by their layout', () => {
    expect(parse('text/quote_reply_zh_archive_form').body).toMatchObject({
      quote: { name: '王女士', quoted: '能不能便宜一点?', reply: '这批是活动价,最低 128 元/箱。' },
    });
    expect(parse('text/quote_reply_en_archive_form').body).toMatchObject({
      quote: { name: 'Mia Olsen', quoted: 'Stand-up moved to 10:15', reply: 'Noted, thanks.' },
    });
    expect(parse('text/quote_reply_wechat_form').body).toMatchObject({
      quote: { name: '林小雨', quoted: '明天几点送货', reply: '下午两点左右' },
    });
  });
});

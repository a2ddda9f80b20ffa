import fc from 'fast-check';
import { FaultError } from '@highwater/domain';
import { describe, expect, it } from 'vitest';
import { findDisorder } from './find-disorder.ts';
import { findUnseen } from './find-unseen.ts';
import { readPage } from './read-page.ts';

const bytes = (text: string) => Buffer.from(text, 'utf8');
const pageOf = (...seqs: (string | number)[]) =>
  readPage(bytes(`{"errcode":0,"errmsg":"ok","chatdata":[${seqs.map((seq) => `{"seq":${seq}}`).join()}]}`));

function faultErrorOf(read: () => unknown): FaultError {
  try {
    read();
  } catch (error) {
    if (error instanceof FaultError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('readPage', () => {
  it('reads envelopes exactly', () => {
    const page = readPage(
      bytes(`{"errcode":0,"errmsg":"ok","chatdata":[
        {"seq":4711,"msgid":"10_1_external","publickey_ver":3,"encrypt_random_key":"QUJD==","encrypt_chat_msg":"abc=def"},
        {"seq":18446744073709551615,"msgid":"中","publickey_ver":4294967295,"encrypt_random_key":"","encrypt_chat_msg":"x"}]}`),
    );
    expect(page.seqOrder).toBe('increasing');
    expect(page.envelopes).toEqual([
      {
        seq: 4711n,
        msgid: '10_1_external',
        publickeyVer: 3,
        encryptRandomKey: 'QUJD==',
        encryptChatMsg: 'abc=def',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      {
        seq: 18446744073709551615n,
        msgid: '中',
        publickeyVer: 4294967295,
        encryptRandomKey: '',
        encryptChatMsg: 'x',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
  });

  it('keeps every unsigned 64-bit seq, written as number or as digits', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), (seq) => {
        expect(pageOf(seq.toString(), `"${seq}"`).envelopes.map((envelope) => envelope.seq)).toEqual([seq, seq]);
      }),
    );
  });

  it('tells neighbours beyond 2^53 apart', () => {
    const [one, two] = pageOf('9007199254740993', '9007199254740994').envelopes;
    expect([one?.seq, two?.seq]).toEqual([9007199254740993n, 9007199254740994n]);
    expect(one?.sha256).not.toBe(two?.sha256);
  });

  it('gives one envelope one hash, whatever the order and spacing, and others another', () => {
    const hashOf = (entry: string) => readPage(bytes(`{"errcode":0,"chatdata":[${entry}]}`)).envelopes[0]?.sha256;
    const hash = hashOf('{"seq":1,"msgid":"a","publickey_ver":1,"encrypt_random_key":"k","encrypt_chat_msg":"m"}');
    expect(
      hashOf('{ "encrypt_chat_msg":"m","msgid":"\\u0061", "seq":1,"publickey_ver":1,"encrypt_random_key":"k","new":0}'),
    ).toBe(hash);
    expect(hashOf('{"seq":1,"msgid":"a","publickey_ver":1,"encrypt_random_key":"km","encrypt_chat_msg":""}')).not.toBe(
      hash,
    );
    expect(hashOf('{"seq":1,"msgid":"a","publickey_ver":2,"encrypt_random_key":"k","encrypt_chat_msg":"m"}')).not.toBe(
      hash,
    );
  });

  it.each(['"chatdata":[]', '"chatdata":null', '"errmsg":"ok"'])('takes %s as nothing more', (rest) => {
    expect(readPage(bytes(`{"errcode":0,${rest}}`))).toEqual({
      envelopes: [],
      unnumbered: 0,
      seqOrder: 'increasing',
    });
  });

  it('keeps an envelope whose other fields are absent', () => {
    expect(readPage(bytes('{"errcode":0,"chatdata":[{"seq":1}]}')).envelopes[0]).toMatchObject({
      seq: 1n,
      msgid: '',
      publickeyVer: 0,
      encryptRandomKey: '',
      encryptChatMsg: '',
    });
  });

  it('takes raw control characters inside strings', () => {
    const page = readPage(bytes('{"errcode":0,\n"chatdata":[{"seq":1,"msgid":"a\u0001\n\\"\\\\\u007f"}]}'));
    expect(page.envelopes[0]?.msgid).toBe('a\u0001\n"\\\u007f');
  });

  it.each([
    ['nothing', ''],
    ['HTML', '<html><body>502 Bad Gateway</body></html>'],
    ['a cut page', '{"errcode":0,"chatdata":[{"seq":1,"msgid":"a"'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a page without errcode', '{"chatdata":[]}'],
    ['a textual errcode', '{"errcode":"0","chatdata":[]}'],
    ['a list that is none', '{"errcode":0,"chatdata":{}}'],
    ['a page whose list was cut off', '{"errcode":0,"errmsg":"ok","chatdata":[{"seq":1,"msgid":"a"},{"seq":2,'],
    ['a page with damage and an errcode', '{"errcode":301052,"errmsg":"x","chatdata":[{"seq":1,\u0001]}'],
    ['nothing but an entry that is none', '{"errcode":0,"chatdata":[1]}'],
    ['nothing but an entry without seq', '{"errcode":0,"chatdata":[{"msgid":"a"}]}'],
    ['nothing but a negative seq', '{"errcode":0,"chatdata":[{"seq":-1}]}'],
    ['nothing but a broken seq', '{"errcode":0,"chatdata":[{"seq":1.5}]}'],
    ['nothing but a seq beyond 64 bits', '{"errcode":0,"chatdata":[{"seq":18446744073709551616}]}'],
    ['nothing but a seq that is a word', '{"errcode":0,"chatdata":[{"seq":"one"}]}'],
  ])('calls %s garbled and quotes nothing', (_, text) => {
    const error = faultErrorOf(() => readPage(bytes(text)));
    expect([error.fault, error.message, error.cause, error.detail]).toEqual([
      'page.garbled',
      'page.garbled',
      undefined,
      {},
    ]);
  });

  it.each([
    ['that is none', '7', 0],
    ['without seq', '{"msgid":"x"}', 0],
    ['with a broken seq', '{"seq":1.5,"msgid":"x"}', 0],
    [
      'whose key is a list',
      '{"seq":2,"msgid":"x","publickey_ver":1,"encrypt_random_key":[],"encrypt_chat_msg":"m"}',
      1,
    ],
    ['whose version is a word', '{"seq":2,"publickey_ver":"one"}', 1],
    ['that is cut off inside', '{"seq":2,"msgid":"x', 1],
    ['of bytes that are no JSON', '{"seq":2,\u0000\u0001}}"]', 1],
    ['of text that is no object', '<html>}', 0],
  ])('keeps the page around an entry %s', (_, entry, kept) => {
    const page = readPage(
      bytes(`{"errcode":0,"errmsg":"ok","chatdata":[${entry},{"seq":3,"msgid":"a"},{"seq":4,"msgid":"b"}]}`),
    );
    expect(page.envelopes.slice(kept).map(({ seq, msgid }) => [seq, msgid])).toEqual([
      [3n, 'a'],
      [4n, 'b'],
    ]);
    expect(page.envelopes.slice(0, kept)).toEqual(
      Array.from({ length: kept }, () =>
        expect.objectContaining({ seq: 2n, encryptRandomKey: '', encryptChatMsg: '' }),
      ),
    );
    expect(page.unnumbered).toBe(1 - kept);
  });

  it('takes a version written as digits and a msgid written as number', () => {
    const [envelope] = readPage(bytes('{"errcode":0,"chatdata":[{"seq":1,"msgid":7,"publickey_ver":"3"}]}')).envelopes;
    expect(envelope).toMatchObject({ msgid: '7', publickeyVer: 3 });
  });

  it('tells two damaged envelopes of one number apart', () => {
    const hashOf = (entry: string) => readPage(bytes(`{"errcode":0,"chatdata":[${entry}]}`)).envelopes[0]?.sha256;
    expect(hashOf('{"seq":1,"msgid":[]}')).not.toBe(hashOf('{"seq":1,"msgid":{}}'));
    expect(hashOf('{"seq":1,"msgid":[]}')).not.toBe(hashOf('{"seq":1}'));
    expect(hashOf('{"seq":1,"msgid":[]}')).toBe(hashOf('{ "seq":1,"msgid":[ ]}'));
  });

  // Whatever would be another number, or end the list, is no garbage.
  const garbage = fc
    .oneof(
      fc.jsonValue().map((value) => JSON.stringify(value)),
      fc.string({ maxLength: 60 }),
      fc.string({ maxLength: 60, unit: fc.constantFrom('{', '}', '[', ']', '"', ',', ':', '\\', 'a', '\n') }),
      fc.uint8Array({ maxLength: 60 }).map((some) => Buffer.from(some).toString('latin1')),
    )
    .filter((bad) => !/"seq"|\]\s*,/.test(bad));
  const fields = fc.record({
    msgid: fc.jsonValue(),
    publickey_ver: fc.jsonValue(),
    encrypt_random_key: fc.jsonValue(),
  });

  it('keeps the rest of a page whatever stands in place of one envelope', () => {
    const good = (seq: number) =>
      `{"seq":${seq},"msgid":"m${seq}","publickey_ver":1,"encrypt_random_key":"k","encrypt_chat_msg":"c=x"}`;
    const bad = fc.oneof(
      garbage,
      garbage.map((some) => `{"seq":5,${some}`),
      fields.map((entry) => JSON.stringify({ seq: 5, ...entry })),
    );
    fc.assert(
      fc.property(bad, fc.nat(2), (entry, place) => {
        const entries = [good(2), good(8)];
        entries.splice(place, 0, entry);
        const page = readPage(bytes(`{"errcode":0,"errmsg":"ok","chatdata":[${entries.join(',')}]}`));
        const whole = page.envelopes.filter(({ encryptChatMsg }) => encryptChatMsg === 'c=x').map(({ seq }) => seq);
        expect(whole).toEqual([2n, 8n]);
        expect(page.envelopes.length + page.unnumbered).toBeGreaterThanOrEqual(2);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives a page or a named fault for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (some) => {
        try {
          readPage(some);
        } catch (error) {
          if (!(error instanceof FaultError)) throw error;
        }
      }),
    );
  });

  it('calls bytes that are no UTF-8 garbled', () => {
    expect(faultErrorOf(() => readPage(Uint8Array.of(0x7b, 0xff, 0x7d))).fault).toBe('page.garbled');
  });

  it.each([
    [-1, 'wecom.busy'],
    [40001, 'secret.wrong'],
    [40013, 'corp_id.wrong'],
    [40014, 'wecom.token_refused'],
    [41001, 'wecom.token_refused'],
    [42001, 'wecom.token_refused'],
    [45009, 'wecom.throttled'],
    [48002, 'secret.wrong_kind'],
    [301042, 'ip.untrusted'],
    [301052, 'archive.expired'],
    [301053, 'archive.not_opened'],
    [99999, 'wecom.error'],
  ])('turns errcode %i into %s, never into an empty page', (errcode, fault) => {
    const error = faultErrorOf(() => readPage(bytes(`{"errcode":${errcode},"errmsg":"x","chatdata":[]}`)));
    expect([error.fault, error.detail]).toEqual([fault, { errcode }]);
  });

  it.each(['203.0.113.7', '2001:db8::7'])('takes address %s and request id from the errmsg and nothing else', (ip) => {
    const errmsg = `get chatdata whiteip not match, hint: [1794500000_42_a1b2], from ip: ${ip}, more info at https://open.work.weixin.qq.com/devtool/query?e=301042`;
    const error = faultErrorOf(() => readPage(bytes(JSON.stringify({ errcode: 301042, errmsg, chatdata: [] }))));
    expect(error.detail).toEqual({ errcode: 301042, ip, hint: '1794500000_42_a1b2' });
  });
});

describe('findDisorder', () => {
  it('finds none in increasing numbers with holes, nor in the empty page', () => {
    expect(findDisorder(4n, pageOf(5, 7, 100))).toBeUndefined();
    expect(findDisorder(4n, pageOf())).toBeUndefined();
  });

  it.each([
    [[4, 5], { before: '4', seq: '4' }],
    [[3], { before: '4', seq: '3' }],
    [[5, 7, 6], { before: '7', seq: '6' }],
    [[5, 5], { before: '5', seq: '5' }],
  ])('finds where %j after 4 goes wrong', (seqs, disorder) => {
    expect(findDisorder(4n, pageOf(...seqs))).toEqual(disorder);
  });

  it('agrees with seqOrder', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 5 }), (seqs) => {
        const page = pageOf(...seqs);
        expect(page.seqOrder).toBe(findDisorder(0n, page) === undefined ? 'increasing' : 'mixed');
      }),
    );
  });
});

describe('findUnseen', () => {
  it.each<[bigint, bigint[], [bigint, bigint][]]>([
    [0n, [1n, 2n, 3n], []],
    [0n, [], []],
    [4n, [7n], [[5n, 6n]]],
    [
      4n,
      [5n, 7n, 10n],
      [
        [6n, 6n],
        [8n, 9n],
      ],
    ],
    [18446744073709551613n, [18446744073709551615n], [[18446744073709551614n, 18446744073709551614n]]],
  ])('names the holes and nothing else (%#)', (after, seqs, ranges) => {
    expect(findUnseen(after, seqs)).toEqual(ranges.map(([from, to]) => ({ from, to })));
  });

  it('and the numbers returned make up everything up to the last', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.uniqueArray(fc.integer({ min: 1, max: 60 })), (after, steps) => {
        const seqs = steps.sort((a, b) => a - b).map((step) => BigInt(after + step));
        const seen = new Set(seqs);
        for (const { from, to } of findUnseen(BigInt(after), seqs)) {
          for (let seq = from; seq <= to; seq += 1n) {
            expect(seen.has(seq)).toBe(false);
            seen.add(seq);
          }
        }
        const last = seqs.at(-1);
        expect(seen.size).toBe(last === undefined ? 0 : Number(last) - after);
      }),
    );
  });
});

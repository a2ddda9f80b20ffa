import { describe, expect, it } from 'vitest';
import {
  createKeyPair,
  createReadyCorp,
  createTestClock,
  DAY_MS,
  fetchChat,
  fetchToken,
  openEntry,
  type ChatAnswer,
} from '../testing/call-simulator.ts';

const plain = (text: string) =>
  Buffer.from(JSON.stringify({ msgid: `1_${text}`, msgtype: 'text', text: { content: text } }));

async function ready(clock = createTestClock()) {
  const world = createReadyCorp(clock);
  const { access_token } = await fetchToken(world.simulator, world.corp.corpId, world.corp.archiveSecret);
  const token = String(access_token);
  const pull = async (options: Parameters<typeof fetchChat>[2] = {}): Promise<ChatAnswer> =>
    (await fetchChat(world.simulator, token, options)).json();
  return { ...world, clock, token, pull };
}

describe('gettoken', () => {
  it('answers exactly four fields and the same token while it is valid', async () => {
    const { simulator, corp, clock } = await ready();
    const first = await fetchToken(simulator, corp.corpId, corp.archiveSecret);
    expect(Object.keys(first)).toEqual(['errcode', 'errmsg', 'access_token', 'expires_in']);
    expect(first).toMatchObject({ errcode: 0, errmsg: 'ok', expires_in: 7200 });
    clock.advance(3_600_000);
    const second = await fetchToken(simulator, corp.corpId, corp.archiveSecret);
    expect(second).toMatchObject({ access_token: first['access_token'], expires_in: 3600 });
    clock.advance(3_600_000);
    expect((await fetchToken(simulator, corp.corpId, corp.archiveSecret))['access_token']).not.toBe(
      first['access_token'],
    );
  });

  it('names a wrong corp ID and a wrong secret in HTTP 200', async () => {
    const { simulator, corp } = await ready();
    expect(await fetchToken(simulator, 'ww0000000000000000', 'x')).toMatchObject({ errcode: 40013, access_token: '' });
    const wrong = await fetchToken(simulator, corp.corpId, 'x'.repeat(43));
    expect(wrong).toMatchObject({ errcode: 40001, expires_in: 0 });
    expect(Object.keys(wrong)).toHaveLength(4);
  });
});

describe('getchatdata', () => {
  it('gives messages after seq, at most limit, in order, sealed with the newest key of their time', async () => {
    const { corp, key, pull } = await ready();
    const second = createKeyPair();
    corp.archive([plain('a'), plain('b')]);
    corp.addPublicKey(second.pem);
    const seqs = [...corp.seqs, ...corp.archive([plain('c')])].map(Number);
    const { errcode, chatdata } = await pull();
    expect(errcode).toBe(0);
    expect(chatdata?.map((entry) => entry.seq)).toEqual(seqs);
    expect(chatdata?.map((entry) => entry.publickey_ver)).toEqual([1, 1, 2]);
    expect(chatdata?.map((entry, at) => openEntry(entry, at < 2 ? key : second))).toEqual(
      ['a', 'b', 'c'].map((text) => plain(text).toString()),
    );
    expect(chatdata?.map((entry) => entry.msgid)).toEqual(['1_a', '1_b', '1_c']);
    expect((await pull({ seq: seqs[0] ?? 0, limit: 1 })).chatdata?.map((entry) => entry.seq)).toEqual([seqs[1]]);
    expect((await pull({ seq: seqs[2] ?? 0 })).chatdata).toEqual([]);
  });

  it('gives the same bytes when it is asked again', async () => {
    const { simulator, corp, token } = await ready();
    corp.archive([plain('a'), plain('b')]);
    const ask = async () => (await fetchChat(simulator, token)).text();
    expect(await ask()).toBe(await ask());
  });

  it('archives nothing before the first key', async () => {
    const { simulator } = await ready();
    const corp = simulator.corps.add({});
    expect(corp.archive([plain('lost')])).toEqual([]);
    expect(corp.seqs).toEqual([]);
  });

  it('leaves holes in seq now and then, never repeats or goes back', async () => {
    const { corp } = await ready();
    const seqs = corp.archive(Array.from({ length: 500 }, (_, n) => plain(`${n}`)));
    const steps = seqs.slice(1).map((seq, at) => Number(seq - (seqs[at] ?? 0n)));
    expect(Math.min(...steps)).toBe(1);
    expect(Math.max(...steps)).toBeGreaterThan(1);
    expect(steps.filter((step) => step > 1).length).toBeLessThan(60);
  });

  it('writes seq above 2^53 and 2^63 digit by digit and reads the negative numbers of the library', async () => {
    const { simulator } = await ready();
    const corp = simulator.corps.add({ startSeq: 2n ** 63n + 5n });
    corp.setTrustedIps(['127.0.0.1']);
    corp.addPublicKey(createKeyPair().pem);
    const [first, second] = corp.archive([plain('a'), plain('b')]);
    const { access_token } = await fetchToken(simulator, corp.corpId, corp.archiveSecret);
    const ask = async (seq: string) => (await fetchChat(simulator, String(access_token), { seq })).text();
    expect(await ask('0')).toContain(`{"seq":${first},"msgid":"1_a"`);
    const after = await ask(String(BigInt.asIntN(64, first ?? 0n)));
    expect([after.includes(`"seq":${first},`), after.includes(`"seq":${second},`)]).toEqual([false, true]);
  });

  it('forgets messages after five days and goes on at the first kept one', async () => {
    const { corp, clock, simulator } = await ready();
    corp.archive([plain('old')]);
    clock.advance(3 * DAY_MS);
    corp.archive([plain('new')]);
    clock.advance(2 * DAY_MS + 1);
    const { access_token } = await fetchToken(simulator, corp.corpId, corp.archiveSecret);
    const answer: ChatAnswer = await (await fetchChat(simulator, String(access_token))).json();
    expect(answer.chatdata?.map((entry) => entry.msgid)).toEqual(['1_new']);
    expect(corp.seqs).toHaveLength(2);
  });

  it('answers token problems with their errcodes in HTTP 200', async () => {
    const { simulator, clock, token, pull } = await ready();
    const codeOf = async (given: string) => (await (await fetchChat(simulator, given)).json()).errcode;
    expect([await codeOf(''), await codeOf('nonsense'), await codeOf(`${token}x`)]).toEqual([41001, 40014, 40014]);
    clock.advance(7_200_000);
    expect((await pull()).errcode).toBe(42001);
  });

  it('refuses addresses that are not trusted with the documented words', async () => {
    const { corp, pull } = await ready();
    for (const ips of [[], ['203.0.113.7']]) {
      corp.setTrustedIps(ips);
      const answer = await pull();
      expect(answer).toMatchObject({ errcode: 301042, chatdata: [] });
      expect(answer.errmsg).toMatch(
        /^get chatdata whiteip not match, hint: \[\d+_\d+_[0-9a-f]{32}\], from ip: 127\.0\.0\.1, more info at https:\/\/open\.work\.weixin\.qq\.com\/devtool\/query\?e=301042$/,
      );
    }
  });

  it('says that the archive is not opened or has expired', async () => {
    const { corp, pull } = await ready();
    corp.setArchiveState('not_opened');
    expect((await pull()).errcode).toBe(301053);
    expect(corp.archive([plain('lost')])).toEqual([]);
    corp.setArchiveState('expired');
    expect((await pull()).errcode).toBe(301052);
  });

  it('refuses malformed pulls', async () => {
    const { pull } = await ready();
    for (const body of [
      '',
      '[]',
      'seq',
      '{"seq":1,"limit":5}',
      '{"seq":1,"limit":0,"version":3}',
      '{"seq":1,"limit":1001,"version":3}',
    ]) {
      expect((await pull({ body })).errcode).toBe(40058);
    }
  });
});

describe('planned faults', () => {
  it('spoil the next answers only', async () => {
    const { simulator, corp, token, pull } = await ready();
    corp.archive([plain('a'), plain('b')]);
    corp.faults.plan({ on: 'chat', kind: 'garbled', times: 2 });
    corp.faults.plan({ on: 'chat', kind: 'errcode', errcode: 45009, times: 1 });
    corp.faults.plan({ on: 'chat', kind: 'chatdata_missing', times: 1 });
    corp.faults.plan({ on: 'chat', kind: 'chatdata_null', times: 1 });
    corp.faults.plan({ on: 'chat', kind: 'http_500', times: 1 });
    for (let time = 0; time < 2; time += 1) {
      const text = await (await fetchChat(simulator, token)).text();
      expect(() => JSON.parse(text)).toThrow(SyntaxError);
    }
    expect((await pull()).errcode).toBe(45009);
    expect(await pull()).toEqual({ errcode: 0, errmsg: 'ok' });
    expect((await pull()).chatdata).toBeNull();
    expect((await fetchChat(simulator, token)).status).toBe(500);
    expect((await pull()).chatdata).toHaveLength(2);
  });

  it('deliver messages twice or once more', async () => {
    const { corp, pull } = await ready();
    const seqs = corp.archive(['a', 'b', 'c'].map(plain)).map(Number);
    corp.faults.plan({ on: 'chat', kind: 'duplicates', times: 1 });
    corp.faults.plan({ on: 'chat', kind: 'redelivery', times: 1 });
    expect((await pull()).chatdata?.map((entry) => entry.seq)).toEqual(seqs.flatMap((seq) => [seq, seq]));
    expect((await pull({ seq: seqs[1] ?? 0 })).chatdata?.map((entry) => entry.seq)).toEqual(seqs);
  });

  it('delay an answer and then give it whole', async () => {
    const { corp, pull } = await ready();
    corp.archive([plain('a')]);
    corp.faults.plan({ on: 'chat', kind: 'delay', delayMs: 1, times: 1 });
    expect((await pull()).chatdata).toHaveLength(1);
    expect(corp.faults.list()).toEqual([]);
  });
});

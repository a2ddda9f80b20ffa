import { FaultError } from '@highwater/domain';
import { describe, expect, it } from 'vitest';
import { createCallLimits } from '../limits/create-call-limits.ts';
import { createNativeFinanceGateway } from './create-native-finance-gateway.ts';
import { faultErrorOf } from './testing/fault-error-of.ts';
import { scriptHelpers, type ScriptedCall } from './testing/scripted-helpers.ts';

const corp = { corpId: 'ww1', archiveSecret: 'secret' };
const bytes = (text: string) => ({ bytes: Buffer.from(text) });
const EMPTY = { answer: bytes('{"errcode":0,"errmsg":"ok","chatdata":[]}') };
const refused = (errcode: number) => ({ answer: bytes(`{"errcode":${errcode},"errmsg":"x","chatdata":[]}`) });

function start(calls: readonly ScriptedCall[]) {
  const { helpers, relay, done } = scriptHelpers(calls);
  const limits = createCallLimits(() => 0);
  return { gateway: createNativeFinanceGateway({ helpers, relay, limits, timeoutSeconds: 1 }), done, limits };
}

describe('the return codes of the library', () => {
  it.each([
    [10000, 'wecom.arguments', 'wecom.arguments', 'wecom.arguments'],
    [10001, 'wecom.unreachable', 'wecom.unreachable', 'wecom.unreachable'],
    [10002, 'wecom.error', 'media.interrupted', 'envelope.unreadable'],
    [10003, 'wecom.error', 'media.interrupted', 'envelope.unreadable'],
    [10004, 'wecom.error', 'media.undecryptable', 'key.wrong'],
    [10005, 'wecom.error', 'media.bad_id', 'envelope.unreadable'],
    [10006, 'wecom.error', 'media.undecryptable', 'envelope.unreadable'],
    [10007, 'wecom.error', 'media.undecryptable', 'key.missing'],
    [10008, 'wecom.error', 'media.undecryptable', 'key.wrong'],
    [10009, 'ip.untrusted', 'ip.untrusted', 'ip.untrusted'],
    [10010, 'archive.window_passed', 'media.expired', 'envelope.unreadable'],
    [10011, 'wecom.certificate', 'wecom.certificate', 'wecom.certificate'],
    [-1, 'envelope.unreadable', 'envelope.unreadable', 'envelope.unreadable'],
    [-3, 'wecom.error', 'media.too_large', 'envelope.unreadable'],
    [12345, 'wecom.error', 'wecom.error', 'wecom.error'],
  ])('%i is %s for a page, %s for a file, %s for an envelope', async (code, ...faults) => {
    const { gateway } = start([{ answer: { code } }, { answer: { code } }, { answer: { code } }]);
    const errors = [
      await faultErrorOf(gateway.fetchPage(corp, 0n, 1)),
      await faultErrorOf(gateway.fetchShard(corp, 'id', '')),
      await faultErrorOf(gateway.openEnvelope?.('c1', 'key', 'message') ?? Promise.resolve()),
    ];
    expect(errors.map(({ fault }) => fault)).toEqual(faults);
    for (const error of errors) expect(error.detail).toEqual({ code });
  });

  it('give way to what the relay knows', async () => {
    const certificate = new FaultError('wecom.certificate', { detail: { reason: 'CERT_HAS_EXPIRED' } });
    const refusal = { errcode: 10010, errmsg: 'gone, hint: [1_2_a], from ip: 192.0.2.1, more info at u' };
    const { gateway } = start([
      { answer: { code: 10001 }, notes: { fault: certificate } },
      { answer: { code: 10002 }, notes: { refusal } },
      { answer: { code: 10002 }, notes: { refusal: { errcode: 301042, errmsg: refusal.errmsg } } },
      { answer: { code: 10006 }, notes: { fault: certificate } },
    ]);
    expect(await faultErrorOf(gateway.fetchPage(corp, 0n, 1))).toBe(certificate);
    expect((await faultErrorOf(gateway.fetchShard(corp, 'id', ''))).fault).toBe('media.expired');
    const untrusted = await faultErrorOf(gateway.fetchShard(corp, 'id', ''));
    expect([untrusted.fault, untrusted.detail]).toEqual([
      'ip.untrusted',
      { errcode: 301042, ip: '192.0.2.1', hint: '1_2_a' },
    ]);
    expect((await faultErrorOf(gateway.fetchShard(corp, 'id', ''))).fault).toBe('media.undecryptable');
  });
});

describe('handles', () => {
  it('are given back after a call, whatever the code', async () => {
    const { gateway, done } = start([EMPTY, { answer: { code: 10001 } }]);
    await gateway.fetchPage(corp, 5n, 7);
    await faultErrorOf(gateway.fetchPage(corp, 5n, 7));
    const once = ['lease ww1', 'chat 5 7', 'pass ended', 'end'];
    expect(done).toEqual([...once, ...once]);
  });

  it.each([40014, 41001, 42001])('are thrown away on %i, and the call is repeated once', async (errcode) => {
    const { gateway, done } = start([refused(errcode), refused(errcode)]);
    const page = await gateway.fetchPage(corp, 5n, 7);
    expect(Buffer.from(page).toString()).toContain(String(errcode));
    const once = ['lease ww1', 'chat 5 7', 'pass ended', 'discard'];
    expect(done).toEqual([...once, ...once]);
  });

  it('of files too, where only the relay sees the refusal', async () => {
    const refusal = { errcode: 42001, errmsg: 'x' };
    const { gateway, done } = start([
      { answer: { code: 10002 }, notes: { refusal } },
      { answer: { ...bytes('file'), finished: true } },
    ]);
    expect(Buffer.from((await gateway.fetchShard(corp, 'id', '')).bytes).toString()).toBe('file');
    expect(done.filter((what) => what === 'discard' || what === 'end')).toEqual(['discard', 'end']);
  });

  it('are thrown away when the helper died, and its fault comes through', async () => {
    const { gateway, done } = start([{ error: new FaultError('helper.died') }, EMPTY]);
    expect((await faultErrorOf(gateway.fetchPage(corp, 0n, 1))).fault).toBe('helper.died');
    await gateway.fetchPage(corp, 0n, 1);
    expect(done.filter((what) => what === 'discard' || what === 'end')).toEqual(['discard', 'end']);
  });

  it('are made anew by a probe whose token was kept', async () => {
    const { gateway, done } = start([EMPTY, { ...EMPTY, notes: { tokenAsked: true } }]);
    await gateway.probe(corp);
    const call = ['lease ww1', 'chat 9223372036854775807 1', 'pass ended', 'end'];
    expect(done).toEqual([...call, 'lease ww1', 'discard', ...call]);
  });

  it('of one scope’s envelopes are never another’s', async () => {
    const { gateway, done } = start([{ answer: bytes('one') }, { answer: bytes('two') }]);
    expect(Buffer.from((await gateway.openEnvelope?.('a', 'k', 'm')) ?? []).toString()).toBe('one');
    await gateway.openEnvelope?.('b', 'k', 'm');
    expect(done.filter((what) => what.startsWith('lease'))).toEqual(['lease scope-a', 'lease scope-b']);
  });
});

describe('limits', () => {
  it('stop calls after a refusal for frequency, and full pages do not count', async () => {
    const full = { answer: bytes('{"chatdata":[{"encrypt_random_key":"a"},{"encrypt_random_key":"b"}]}') };
    const { gateway, done } = start([...Array.from({ length: 30 }, () => full), refused(45009)]);
    for (let page = 0; page < 30; page += 1) await gateway.fetchPage(corp, 0n, 2);
    expect(await faultErrorOf(gateway.fetchPage(corp, 0n, 2))).toMatchObject({
      fault: 'wecom.throttled',
      detail: { errcode: 45009, retryAfterSeconds: 60 },
    });
    const calls = done.length;
    expect((await faultErrorOf(gateway.fetchPage(corp, 0n, 2))).fault).toBe('wecom.throttled');
    expect(done).toHaveLength(calls);
  });
});

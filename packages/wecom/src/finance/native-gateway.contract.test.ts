import { describe, expect, it } from 'vitest';
import { COMPILERS, MISSING_COMPILERS } from '../native/testing/compilers.ts';
import { readPage } from '../page/read-page.ts';
import { makeStandInCertificates } from '../relay/testing/stand-in-certificates.ts';
import { openContractBench } from './testing/open-contract-bench.ts';
import { faultErrorOf } from './testing/fault-error-of.ts';
import { describeFinanceContract } from './testing/finance-contract.ts';
import { openNativeBench, type NativeBench } from './testing/open-native-bench.ts';

const certificates = await makeStandInCertificates();
const tlsOf = ({ certPem, keyPem }: typeof certificates.valid) => ({ cert: certPem, key: keyPem });

it.each(MISSING_COMPILERS)('nothing of this ran: there is no %s here', () => {
  expect(COMPILERS).toEqual([]);
});

describe.each(COMPILERS)('with a helper compiled by %s', { timeout: 60_000 }, () => {
  describeFinanceContract('helper, relay and stand-in library', {
    tls: tlsOf(certificates.valid),
    open: ({ url }) => openNativeBench({ url, authorityPem: certificates.authorityPem }),
  });

  async function open(certificate = certificates.valid, options: Partial<Parameters<typeof openNativeBench>[0]> = {}) {
    let native: NativeBench | undefined;
    const bench = await openContractBench({
      tls: tlsOf(certificate),
      open: async ({ url }) =>
        (native = await openNativeBench({ url, authorityPem: certificates.authorityPem, ...options })),
    });
    if (native === undefined) throw new Error('the bench opens the gateway');
    return Object.assign(bench, { native, fetch: () => bench.gateway.fetchPage(bench.credentials, 0n, 10) });
  }

  it.each(['expired', 'selfSigned', 'otherHost', 'stranger'] as const)(
    'a WeCom whose certificate is %s is no WeCom, although the library would take it',
    async (name) => {
      await using bench = await open(certificates[name]);
      expect((await faultErrorOf(bench.fetch())).fault).toBe('wecom.certificate');
      expect((await faultErrorOf(bench.gateway.probe(bench.credentials))).fault).toBe('wecom.certificate');
    },
  );

  it('a helper that dies costs one call', async () => {
    await using bench = await open();
    await bench.native.standIn.control('GetChatData.crash abort');
    expect((await faultErrorOf(bench.fetch())).fault).toBe('helper.died');
    await bench.native.standIn.control();
    expect(readPage(await bench.fetch()).envelopes).toEqual([]);
    expect(bench.native.helpers.restarts).toBe(1);
  });

  it('a library that hangs is ended, and the next call has a new process', async () => {
    await using bench = await open(certificates.valid, { helpers: { graceMs: 100 } });
    await bench.native.standIn.control('GetChatData.hang 1');
    expect((await faultErrorOf(bench.fetch())).fault).toBe('helper.timed_out');
    await bench.native.standIn.control();
    expect(readPage(await bench.fetch()).envelopes).toEqual([]);
  });

  it.each([
    [10000, 'wecom.arguments'],
    [10009, 'ip.untrusted'],
    [10010, 'archive.window_passed'],
    [10011, 'wecom.certificate'],
  ])('return code %i comes as %s', async (code, fault) => {
    await using bench = await open();
    await bench.native.standIn.control(`GetChatData.code ${code}`);
    expect(await faultErrorOf(bench.fetch())).toMatchObject({ fault, detail: { code } });
  });

  it('a library whose hash nobody pinned is not loaded', async () => {
    await using bench = await open(certificates.valid, { helpers: { pinnedHashes: ['0'.repeat(64)] } });
    expect((await faultErrorOf(bench.fetch())).fault).toBe('library.refused');
  });

  it('an envelope opens as the vendor’s library opens it', async () => {
    await using bench = await open();
    const [key, message] = [
      '3lavWA4vKGDamBt4jns6CLyOq5hiD6f0ku47KLZ1NKuiGSIVFWQtBQja9v5MFHcaFwfbsBhU6c8Iu2LHblU3gQ==',
      'LrcBh7NEazbDbUh0Cec2/gBJnVXF+uBNcb9oCp3+PAP1RfUZ13Tz/qOWHP9TIXWRiPTQiHncbtO/5KGUEJ/R+vXs8P96HoUH+6hj7hxUQ=g',
    ];
    const opened = await bench.gateway.openEnvelope?.('connection', key, message);
    expect(Buffer.from(opened ?? []).toString()).toBe('{}');
    const wrong = bench.gateway.openEnvelope?.('connection', `${key.slice(1)}A`, message);
    expect((await faultErrorOf(wrong ?? Promise.resolve())).fault).toBe('key.wrong');
    const short = bench.gateway.openEnvelope?.('connection', key, 'short');
    expect((await faultErrorOf(short ?? Promise.resolve())).fault).toBe('envelope.unreadable');
  });
});

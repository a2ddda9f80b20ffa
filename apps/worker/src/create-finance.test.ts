import { FaultError, faultOf, type FinanceGateway } from '@highwater/domain';
import { readPage } from '@highwater/wecom';
import { buildHelper } from '@highwater/wecom/library';
import { startSimulator } from '@highwater/wecom-simulator';
import { describe, expect, it } from 'vitest';
import { COMPILERS, MISSING_COMPILERS } from '../../../packages/wecom/src/native/testing/compilers.ts';
import { placeStandIn } from '../../../packages/wecom/src/native/testing/place-stand-in.ts';
import { startConnectProxy } from '../../../packages/wecom/src/relay/testing/start-connect-proxy.ts';
import { makeStandInCertificates } from '../../../packages/wecom/src/relay/testing/stand-in-certificates.ts';
import { createFinance, type FinanceSettings } from './create-finance.ts';

const clock = { now: () => Date.now() };
const corp = { corpId: 'ww0123456789abcdef', archiveSecret: 'secret' };

async function startWecom(tls?: { key: string; cert: string }) {
  const simulator = await startSimulator({
    host: '127.0.0.1',
    port: 0,
    clock,
    talkEveryMs: 0,
    ...(tls === undefined ? {} : { tls }),
  });
  const added = simulator.corps.add({ name: '测试果品' });
  added.setTrustedIps(['127.0.0.1']);
  return {
    url: simulator.url,
    corp: { corpId: added.corpId, archiveSecret: added.archiveSecret },
    [Symbol.asyncDispose]: () => simulator.stop(),
  };
}

async function open(settings: Partial<FinanceSettings>) {
  const { gateway, close } = await createFinance(
    { finance: undefined, wecomSimulatorUrl: undefined, ...settings },
    clock,
  );
  return { gateway, [Symbol.asyncDispose]: close };
}

const faultOfCalls = ({ probe, fetchPage, fetchShard }: FinanceGateway) =>
  Promise.all(
    [probe(corp), fetchPage(corp, 0n, 1), fetchShard(corp, 'id', '')].map((call) =>
      call.then(
        () => 'none',
        (error: unknown) => (error instanceof FaultError ? faultOf(error) : error),
      ),
    ),
  );

it('without library and stand-in there is no way to WeCom, and every call says so', async () => {
  await using it = await open({});
  expect(await faultOfCalls(it.gateway)).toEqual(Array.from({ length: 3 }, () => 'wecom.unreachable'));
});

it('the stand-in is reached by HTTP', async () => {
  await using wecom = await startWecom();
  await using it = await open({ wecomSimulatorUrl: wecom.url });
  expect(readPage(await it.gateway.fetchPage(wecom.corp, 0n, 10)).envelopes).toEqual([]);
  expect(it.gateway.openEnvelope).toBeUndefined();
});

it.each(MISSING_COMPILERS)('nothing else of this ran: there is no %s here', () => {
  expect(COMPILERS).toEqual([]);
});

describe.each(COMPILERS)('with a helper compiled by %s', { timeout: 60_000 }, () => {
  async function librarySettings() {
    const standIn = await placeStandIn();
    const certificates = await makeStandInCertificates();
    const { certPem: cert, keyPem: key } = certificates.valid;
    return {
      tls: { cert, key },
      finance: {
        library: standIn.path,
        pinnedHashes: [standIn.sha256],
        helper: await buildHelper(),
        user: undefined,
        egress: new Map(),
        extraAuthorityPem: certificates.authorityPem,
        upstream: undefined,
      },
      [Symbol.asyncDispose]: () => standIn[Symbol.asyncDispose](),
    };
  }

  it('the library speaks to WeCom through helper, relay and the egress that is set', async () => {
    await using settings = await librarySettings();
    await using wecom = await startWecom(settings.tls);
    await using proxy = await startConnectProxy('user:word');
    const upstream = { host: '127.0.0.1', port: Number(new URL(wecom.url).port) };
    const egress = new Map([
      ['default', { kind: 'proxy', host: '127.0.0.1', port: proxy.port, login: 'user:word' } as const],
    ]);
    await using it = await open({ finance: { ...settings.finance, upstream, egress } });
    await it.gateway.probe(wecom.corp);
    expect(readPage(await it.gateway.fetchPage(wecom.corp, 0n, 10)).envelopes).toEqual([]);
    expect(new Set(proxy.asked)).toEqual(new Set([`127.0.0.1:${upstream.port}`]));
  });

  it('a library that is not there, or not allowed, is told by every call', async () => {
    await using settings = await librarySettings();
    await using missing = await open({ finance: { ...settings.finance, library: '/does/not/exist.so' } });
    expect(await faultOfCalls(missing.gateway)).toEqual(Array.from({ length: 3 }, () => 'library.missing'));
    await using refused = await open({ finance: { ...settings.finance, pinnedHashes: [] } });
    expect(await faultOfCalls(refused.gateway)).toEqual(Array.from({ length: 3 }, () => 'library.refused'));
  });
});

import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CorpSecret } from '@highwater/domain';
import { faultErrorOf } from '../finance/testing/fault-error-of.ts';
import type { Certificate } from '../relay/make-certificate.ts';
import { makeStandInCertificates, type StandInCertificates } from '../relay/testing/stand-in-certificates.ts';
import { startConnectProxy } from '../relay/testing/start-connect-proxy.ts';
import { createContactsGateway } from './create-contacts-gateway.ts';
import type { ContactsOptions } from './open-contact-line.ts';

const SECRET: CorpSecret = { corpId: 'ww1', purpose: 'contacts', secret: 'a-secret' };

let certificates: StandInCertificates;
beforeAll(async () => {
  certificates = await makeStandInCertificates();
});

/** A WeCom by TLS that notes what it was asked. */
async function start(certificate: Certificate, options: Partial<ContactsOptions> = {}) {
  const asked: { host: string | undefined; url: string | undefined; connection: number }[] = [];
  let connections = 0;
  const numbers = new WeakMap<object, number>();
  const server = createServer({ key: certificate.keyPem, cert: certificate.certPem }, (request, response) => {
    asked.push({
      host: request.headers.host,
      url: request.url?.split('?')[0],
      connection: numbers.get(request.socket) ?? 0,
    });
    if (request.url?.includes('gettoken')) response.end('{"errcode":0,"access_token":"t","expires_in":7200}');
    else response.end('{"errcode":0,"userid":"Chen","name":"陈敏"}');
  });
  server.on('secureConnection', (socket: object) => void numbers.set(socket, (connections += 1)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const upstream = { host: '127.0.0.1', port: (server.address() as AddressInfo).port };
  const gateway = createContactsGateway({
    baseUrl: 'https://qyapi.weixin.qq.com',
    now: () => 0,
    timeoutMs: 3000,
    upstream,
    extraAuthorityPem: certificates.authorityPem,
    ...options,
  });
  return {
    gateway,
    asked,
    server,
    async [Symbol.asyncDispose]() {
      gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

describe('the way out to WeCom', () => {
  it('is verified, names WeCom, and is used again', async () => {
    await using it = await start(certificates.valid);
    for (let at = 0; at < 3; at += 1) {
      expect(await it.gateway.getEmployee(SECRET, 'Chen')).toMatchObject({ personKey: 'chen', name: '陈敏' });
    }
    expect(it.asked.map(({ host }) => host)).toEqual(Array(4).fill('qyapi.weixin.qq.com'));
    expect(it.asked.map(({ url }) => url)).toEqual(['/cgi-bin/gettoken', ...Array(3).fill('/cgi-bin/user/get')]);
    expect(new Set(it.asked.map(({ connection }) => connection)).size).toBe(1);
  });

  it('is opened anew when the other side closed what was kept', async () => {
    await using it = await start(certificates.valid);
    await it.gateway.getEmployee(SECRET, 'Chen');
    it.server.closeAllConnections();
    expect(await it.gateway.getEmployee(SECRET, 'Chen')).toMatchObject({ personKey: 'chen' });
  });

  it.each(['expired', 'notYetValid', 'otherHost', 'selfSigned', 'stranger'] as const)(
    'is not taken with a certificate that is %s, and no secret goes there',
    async (which) => {
      await using it = await start(certificates[which]);
      expect(await faultErrorOf(it.gateway.getEmployee(SECRET, 'Chen'))).toMatchObject({
        fault: 'wecom.certificate',
        detail: { reason: expect.any(String) },
      });
      expect(it.asked).toEqual([]);
    },
  );

  it('goes through the proxy that the setting names', async () => {
    await using proxy = await startConnectProxy('user:pass');
    const egress = { kind: 'proxy', host: '127.0.0.1', port: proxy.port, login: 'user:pass' } as const;
    await using it = await start(certificates.valid, { egress });
    await it.gateway.getEmployee(SECRET, 'Chen');
    expect(proxy.asked).toHaveLength(1);
    await using refused = await start(certificates.valid, { egress: { ...egress, login: 'user:other' } });
    expect(await faultErrorOf(refused.gateway.getEmployee(SECRET, 'Chen'))).toMatchObject({
      fault: 'wecom.unreachable',
      detail: { proxyStatus: 407 },
    });
  });

  it.each(['http://qyapi.weixin.qq.com', 'https://example.com', 'http://192.0.2.1:80', 'ftp://127.0.0.1'])(
    'does not lead to %s',
    (baseUrl) => {
      expect(() => createContactsGateway({ baseUrl, now: () => 0, timeoutMs: 1 })).toThrow(Error);
    },
  );
});

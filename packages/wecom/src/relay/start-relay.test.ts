import type { TLSSocket } from 'node:tls';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { beforeAll, describe, expect, it } from 'vitest';
import { createCallLimits } from '../limits/create-call-limits.ts';
import type { Egress } from './egress.ts';
import type { Certificate } from './make-certificate.ts';
import { startRelay, type RelaySettings } from './start-relay.ts';
import { callThroughRelay } from './testing/call-through-relay.ts';
import { makeStandInCertificates, type StandInCertificates } from './testing/stand-in-certificates.ts';
import { startConnectProxy } from './testing/start-connect-proxy.ts';
import { startRawUpstream } from './testing/start-raw-upstream.ts';

let certificates: StandInCertificates;
beforeAll(async () => {
  certificates = await makeStandInCertificates();
});

const GETTOKEN =
  'GET /cgi-bin/gettoken?corpid=ww1&corpsecret=planted HTTP/1.0\r\nHost: qyapi.weixin.qq.com\r\nAccept: */*\r\n\r\n';
const BODY = '{"seq":1,"limit":2,"version":3,"encrypt_sign":"abc"}';
const GETCHAT =
  'POST /cgi-bin/message/getchatdata?access_token=t HTTP/1.0\r\nhOsT: qyapi.weixin.qq.com\r\nAccept: */*\r\n' +
  `X-Odd-LETTERS: Yes\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${BODY.length}\r\n\r\n${BODY}`;
const GOOD_TOKEN = '{"errcode":0,"errmsg":"ok","access_token":"token-1","expires_in":7200}';

interface Options extends Partial<RelaySettings> {
  readonly certificate?: Certificate;
  readonly egress?: Egress;
  readonly trust?: string | undefined;
  readonly maxVersion?: 'TLSv1.1';
}

async function start(options: Options = {}) {
  const { certificate = certificates.valid, egress = { kind: 'direct' }, maxVersion, ...settings } = options;
  const upstream = await startRawUpstream(certificate, maxVersion === undefined ? {} : { maxVersion });
  const relay = await startRelay({
    now: () => Date.now(),
    upstream: upstream.target,
    extraAuthorityPem: certificates.authorityPem,
    ...settings,
  });
  const limits = createCallLimits(() => 0);
  const pass = relay.admit({ corpId: 'ww1', egress, limits });
  const call = (request: string, change: Partial<Parameters<typeof callThroughRelay>[0]> = {}) =>
    callThroughRelay({
      port: relay.port,
      login: pass.proxy.login,
      authorityPem: relay.authorityPem,
      request,
      ...change,
    });
  return {
    upstream,
    relay,
    pass,
    limits,
    call,
    async [Symbol.asyncDispose]() {
      await Promise.all([relay.close(), upstream.close()]);
    },
  };
}

function answerJson(body: string): (socket: TLSSocket) => void {
  return (socket) => socket.end(`HTTP/1.1 200 OK\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

describe('carrying a call', () => {
  it('gives WeCom the request and the library the answer, byte for byte', async () => {
    await using it = await start();
    const answer =
      'HTTP/1.1 206 Partial Odd\r\nServer: nginx\r\nCONTENT-RANGE: BYTES 0-3/9\r\nx-lower: 1\r\n' +
      'Content-Length: 4\r\n\r\n\x00\xff\r\n';
    it.upstream.answer = (socket, seen) => void (seen.endsWith(BODY) && socket.end(answer, 'latin1'));
    expect(await it.call(GETCHAT)).toEqual({ status: 200, answer });
    expect(it.upstream.seen).toEqual([GETCHAT]);
    expect(it.pass.notes).toEqual({ tokenAsked: false, fault: undefined, refusal: undefined });
  });

  it('takes a request in pieces and an answer without length', async () => {
    await using it = await start();
    it.upstream.answer = (socket, seen) => void (seen.endsWith(BODY) && socket.end('HTTP/1.0 200 OK\r\n\r\nrest'));
    expect((await it.call(GETCHAT)).answer).toBe('HTTP/1.0 200 OK\r\n\r\nrest');
  });

  it('streams an answer of many megabytes without holding it', async () => {
    await using it = await start();
    const size = 24 * 1024 * 1024;
    it.upstream.answer = (socket) => {
      socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${size}\r\n\r\n`);
      socket.end(Buffer.alloc(size, 'x'));
    };
    expect((await it.call(GETCHAT)).answer.length).toBeGreaterThan(size);
  });

  it('notes the errcode of a data call, chunked or not, and lets it pass', async () => {
    for (const write of [
      answerJson('{"errcode":42001,"errmsg":"expired"}'),
      (socket: TLSSocket) =>
        socket.end(
          'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n11\r\n{"errcode":42001,\r\n13\r\n"errmsg":"expired"}\r\n0\r\n\r\n',
        ),
    ]) {
      await using it = await start();
      it.upstream.answer = write;
      expect((await it.call(GETCHAT)).answer).toContain('42001');
      expect(it.pass.notes).toMatchObject({ fault: undefined, refusal: { errcode: 42001, errmsg: 'expired' } });
    }
  });

  it.each([
    ['a second request behind the first', `${GETTOKEN}${GETTOKEN}`],
    ['another host inside', GETTOKEN.replace('Host: qyapi.weixin.qq.com', 'Host: example.com')],
    ['two hosts', GETTOKEN.replace('Accept: */*', 'Host: qyapi.weixin.qq.com')],
    ['an absolute target', GETTOKEN.replace('/cgi-bin', 'https://example.com/cgi-bin')],
    ['another method', GETTOKEN.replace('GET', 'PUT')],
    ['a body of unknown length', GETCHAT.replace(/Content-Length: \d+/, 'Transfer-Encoding: chunked')],
    ['a body too large', GETCHAT.replace(/Content-Length: \d+/, 'Content-Length: 9999999')],
    ['a head too long', GETTOKEN.replace('*/*', '*'.repeat(20_000))],
    ['no HTTP', 'hello\r\n\r\n'],
  ])('refuses %s', async (_, request) => {
    await using it = await start();
    expect((await it.call(request)).answer).toBe('');
    expect(it.upstream.seen.join('')).toBe('');
    expect(it.pass.notes.fault?.fault).toBe('wecom.arguments');
  });
});

describe('the answer to gettoken', () => {
  it('passes when it is one that the library can take', async () => {
    await using it = await start();
    it.upstream.answer = answerJson(GOOD_TOKEN);
    expect((await it.call(GETTOKEN)).answer).toContain(GOOD_TOKEN);
    expect(it.pass.notes).toEqual({ tokenAsked: true, fault: undefined, refusal: undefined });
  });

  it.each([
    [40001, 'secret.wrong'],
    [40013, 'corp_id.wrong'],
    [60020, 'ip.untrusted'],
    [48002, 'secret.wrong_kind'],
    [-1, 'wecom.busy'],
  ])('with errcode %i ends here as %s, with the address that WeCom saw', async (errcode, fault) => {
    await using it = await start();
    it.upstream.answer = answerJson(
      JSON.stringify({ errcode, errmsg: 'no, hint: [1_2_a], from ip: 192.0.2.1, more info at u', odd: 1 }),
    );
    expect((await it.call(GETTOKEN)).answer).toBe('');
    expect(it.pass.notes.fault).toMatchObject({ fault, detail: { errcode, ip: '192.0.2.1', hint: '1_2_a' } });
  });

  it.each([
    ['empty', ''],
    ['HTML', '<html></html>'],
    ['a list', '[]'],
    ['cut', GOOD_TOKEN.slice(0, -1)],
    ['with an unknown field', GOOD_TOKEN.replace('}', ',"new_field":1}')],
    ['with a token that is a number', GOOD_TOKEN.replace('"token-1"', '1')],
    ['with an empty token', GOOD_TOKEN.replace('token-1', '')],
    ['with a time that is text', GOOD_TOKEN.replace('7200', '"7200"')],
    ['with a time that is not whole', GOOD_TOKEN.replace('7200', '7.2e3')],
    ['with an errcode that is text', GOOD_TOKEN.replace('0', '"0"')],
    ['with a NUL in its text', GOOD_TOKEN.replace('ok', String.raw`o\u0000k`)],
    ['with a byte order mark', `\ufeff${GOOD_TOKEN}`],
    ['too long', `${GOOD_TOKEN}${' '.repeat(70_000)}`],
  ])('that is %s never reaches the library, which would die of it', async (_, body) => {
    await using it = await start();
    it.upstream.answer = answerJson(body);
    expect((await it.call(GETTOKEN)).answer).toBe('');
    expect(it.pass.notes.fault?.fault).toBe('wecom.error');
  });

  it('that never comes is cut after the exchange’s time', async () => {
    await using it = await start({ exchangeMs: 50 });
    it.upstream.answer = () => undefined;
    expect((await it.call(GETTOKEN)).answer).toBe('');
    expect(it.pass.notes.fault?.fault).toBe('wecom.unreachable');
  });

  it('is not asked for beyond the budget', async () => {
    await using it = await start();
    while (it.limits.take('ww1', 'token') === 0);
    expect((await it.call(GETTOKEN)).answer).toBe('');
    expect(it.upstream.seen.join('')).toBe('');
    expect(it.pass.notes.fault).toMatchObject({ fault: 'wecom.throttled', detail: { retryAfterSeconds: 2 } });
  });
});

describe('who may use the relay', () => {
  it('knows each lease by its login and nobody else', async () => {
    await using it = await start();
    const [user = ''] = it.pass.proxy.login.split(':');
    for (const login of [undefined, 'a:b', `${user}:`, `${user}:${'0'.repeat(48)}`, `${user}:${'é'.repeat(48)}`]) {
      expect((await it.call(GETCHAT, { login })).status).toBe(407);
    }
    it.pass.end();
    expect((await it.call(GETCHAT)).status).toBe(407);
    expect(it.upstream.seen).toEqual([]);
  });

  it.each(['example.com:443', 'qyapi.weixin.qq.com:80', '127.0.0.1:443', 'qyapi.weixin.qq.com.example.com:443'])(
    'does not connect to %s',
    async (authority) => {
      await using it = await start();
      expect((await it.call(GETCHAT, { authority })).status).toBe(403);
    },
  );

  it('is no proxy for plain requests', async () => {
    await using it = await start();
    expect((await fetch(`http://127.0.0.1:${it.relay.port}/`)).status).toBe(405);
  });

  it('shows a certificate for WeCom’s name that only its own authority proves', async () => {
    await using it = await start();
    await expect(it.call(GETCHAT, { authorityPem: certificates.authorityPem })).rejects.toThrow(/certificate/);
    await expect(it.call(GETCHAT, { servername: 'example.com' })).rejects.toThrow(/example\.com/);
    expect((await it.call(GETCHAT)).status).toBe(200);
  });

  it('cuts what is open when the lease ends', async () => {
    await using it = await start();
    const asked = Promise.withResolvers<void>();
    it.upstream.answer = () => asked.resolve();
    const call = it.call(GETCHAT);
    await asked.promise;
    it.pass.end();
    expect((await call).answer).toBe('');
  });
});

describe('who counts as WeCom', () => {
  it.each([
    ['an expired certificate', 'expired', 'CERT_HAS_EXPIRED'],
    ['a certificate of tomorrow', 'notYetValid', 'CERT_NOT_YET_VALID'],
    ['a self-signed certificate', 'selfSigned', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['a certificate for another host', 'otherHost', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['a certificate of an authority that nobody trusts', 'stranger', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ] as const)('nobody with %s', async (_, name, reason) => {
    await using it = await start({ certificate: certificates[name] });
    expect(await it.call(GETCHAT)).toEqual({ status: 502, answer: '' });
    expect(it.pass.notes.fault).toMatchObject({ fault: 'wecom.certificate', detail: { reason } });
    expect(it.upstream.seen.join('')).toBe('');
  });

  it('nobody whose authority only a test trusts, once that setting is gone', async () => {
    const upstream = await startRawUpstream(certificates.valid);
    const relay = await startRelay({ now: () => Date.now(), upstream: upstream.target });
    const pass = relay.admit({ corpId: 'ww1', egress: { kind: 'direct' }, limits: createCallLimits(() => 0) });
    const { login } = pass.proxy;
    await callThroughRelay({ port: relay.port, login, authorityPem: relay.authorityPem, request: GETCHAT });
    expect(pass.notes.fault?.fault).toBe('wecom.certificate');
    await Promise.all([relay.close(), upstream.close()]);
  });

  it('nobody who speaks TLS 1.1 only', async () => {
    await using it = await start({ maxVersion: 'TLSv1.1' });
    expect((await it.call(GETCHAT)).status).toBe(502);
    expect(it.pass.notes.fault?.fault).toBe('wecom.unreachable');
  });

  it('nobody who is not there or does not answer the handshake', async () => {
    const silent = createTcpServer((socket) => void socket.resume());
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    await using it = await start({ upstream: { host: '127.0.0.1', port }, connectMs: 100 });
    expect((await it.call(GETCHAT)).status).toBe(502);
    await new Promise<void>((resolve) => silent.close(() => resolve()));
    expect((await it.call(GETCHAT)).status).toBe(502);
    expect(it.pass.notes.fault?.fault).toBe('wecom.unreachable');
  });
});

describe('the egress of a lease', () => {
  it('may be an HTTP proxy with its own login, verified through to WeCom', async () => {
    await using proxy = await startConnectProxy('user:p@ss:word');
    const egress = { kind: 'proxy', host: '127.0.0.1', port: proxy.port } as const;
    await using it = await start({ egress: { ...egress, login: 'user:p@ss:word' } });
    expect((await it.call(GETCHAT)).status).toBe(200);
    expect(proxy.asked).toEqual([`127.0.0.1:${it.upstream.target.port}`]);

    await using refused = await start({ egress: { ...egress, login: 'user:wrong' } });
    expect((await refused.call(GETCHAT)).status).toBe(502);
    expect(refused.pass.notes.fault).toMatchObject({ fault: 'wecom.unreachable', detail: { proxyStatus: 407 } });

    await using spoofed = await start({
      egress: { ...egress, login: 'user:p@ss:word' },
      certificate: certificates.selfSigned,
    });
    await spoofed.call(GETCHAT);
    expect(spoofed.pass.notes.fault?.fault).toBe('wecom.certificate');
  });

  it('may be one of this machine’s addresses', async () => {
    await using it = await start({ egress: { kind: 'direct', localAddress: '127.0.0.9' } });
    const seen = Promise.withResolvers<string | undefined>();
    it.upstream.answer = (socket) => {
      seen.resolve(socket.remoteAddress);
      socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n');
    };
    await it.call(GETCHAT);
    expect(await seen.promise).toBe('127.0.0.9');
  });
});

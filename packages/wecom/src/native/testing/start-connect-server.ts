import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { createSecureContext, TLSSocket } from 'node:tls';
import { makeCertificate } from '../../relay/make-certificate.ts';

/** CONNECT and TLS on loopback, where the library believes to find WeCom. Tests only. */
export interface ConnectServer {
  readonly address: string;
  /** `Proxy-Authorization` and target of each CONNECT, then each request's text. */
  readonly connects: string[];
  readonly requests: string[];
  /** The whole answer's text, head and all; undefined leaves the caller waiting. */
  answer: (request: string) => string | undefined;
  close(): Promise<void>;
}

export async function startConnectServer(hostName = 'qyapi.weixin.qq.com'): Promise<ConnectServer> {
  const dates = { from: new Date(Date.now() - 86_400_000), until: new Date(Date.now() + 86_400_000) };
  const { certPem, keyPem } = await makeCertificate({ commonName: hostName, names: [hostName], ...dates });
  const secureContext = createSecureContext({ cert: certPem, key: keyPem });
  const sockets = new Set<Duplex>();
  const server = createServer();
  server.on('connection', (socket) => sockets.add(socket));
  server.on('connect', (request, socket: Duplex) => {
    socket.on('error', () => undefined);
    it.connects.push(`${request.url} ${request.headers['proxy-authorization'] ?? ''}`);
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    serve(new TLSSocket(socket, { isServer: true, secureContext }));
  });

  function serve(socket: TLSSocket): void {
    let text = '';
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      if (!isWhole(text)) return;
      it.requests.push(text);
      const answer = it.answer(text);
      if (answer !== undefined) socket.end(Buffer.from(answer, 'latin1'));
    });
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const it: ConnectServer = {
    address: `http://127.0.0.1:${port}`,
    connects: [],
    requests: [],
    answer: () => undefined,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
  return it;
}

function isWhole(text: string): boolean {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const [, length = '0'] = /\r\nContent-Length: (\d+)/.exec(text) ?? [];
  return text.length >= end + 4 + Number(length);
}

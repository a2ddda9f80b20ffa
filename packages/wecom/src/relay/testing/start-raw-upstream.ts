import type { AddressInfo } from 'node:net';
import { createServer, type SecureVersion, type TLSSocket } from 'node:tls';
import type { Certificate } from '../make-certificate.ts';

export interface RawUpstream {
  readonly target: { readonly host: string; readonly port: number };
  /** Each connection's bytes as they came. */
  readonly seen: string[];
  /** Called with the bytes so far each time some come; writes the answer when it has enough. */
  answer: (socket: TLSSocket, seen: string) => void;
  close(): Promise<void>;
}

/** A TLS server that speaks bytes, not HTTP: what it answers is written letter for letter by the test. Tests only. */
export async function startRawUpstream(
  certificate: Certificate,
  options: { readonly maxVersion?: SecureVersion } = {},
): Promise<RawUpstream> {
  const sockets = new Set<TLSSocket>();
  const old = options.maxVersion === 'TLSv1.1';
  const server = createServer({
    cert: certificate.certPem,
    key: certificate.keyPem,
    ...options,
    ...(old ? { minVersion: 'TLSv1', ciphers: 'DEFAULT:@SECLEVEL=0' } : {}),
  });
  const upstream: RawUpstream = {
    target: { host: '127.0.0.1', port: 0 },
    seen: [],
    answer: (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok'),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
  server.on('secureConnection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).once('close', () => sockets.delete(socket));
    const at = upstream.seen.push('') - 1;
    socket.on('data', (part: Buffer) => {
      upstream.seen[at] += part.toString('latin1');
      upstream.answer(socket, upstream.seen[at] ?? '');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(upstream, { target: { host: '127.0.0.1', port: (server.address() as AddressInfo).port } });
}

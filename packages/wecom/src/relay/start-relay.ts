import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { createSecureContext, TLSSocket } from 'node:tls';
import { FaultError, type UnixMs } from '@highwater/domain';
import { dialWecom, type DialSettings } from './dial-wecom.ts';
import { makeLocalIdentity } from './make-local-identity.ts';
import { relayExchange } from './relay-exchange.ts';
import type { OpenPass, PassOptions, RelayPass } from './relay-pass.ts';
import { WECOM_HOST, WECOM_PORT } from './wecom-host.ts';

export interface RelaySettings extends Partial<DialSettings> {
  readonly now: () => UnixMs;
  /** For one exchange after the connection stands: 60,000. */
  readonly exchangeMs?: number;
}

export interface Relay {
  readonly port: number;
  /** The authority that signed the relay's certificate, PEM. The vendor's library looks at the name only. */
  readonly authorityPem: string;
  /** A login of its own for one lease. */
  admit(options: PassOptions): RelayPass;
  close(): Promise<void>;
}

const CONNECT_MS = 10_000;
const EXCHANGE_MS = 60_000;
/** A helper makes one call at a time; a second connection is the one that it is about to close. */
const MOST_CONNECTIONS_PER_PASS = 4;
/** The proxy's own head is short. */
const LONGEST_HEAD = 8 * 1024;

/**
 * Listens on loopback as an HTTP CONNECT proxy for the helpers and nobody else: each lease has a random login
 * (others get 407) and may name WeCom's host only (others get 403). TLS ends here and begins anew towards WeCom,
 * there with every check that the vendor's library leaves out. Nothing is written anywhere.
 */
export async function startRelay(settings: RelaySettings): Promise<Relay> {
  const { now, connectMs = CONNECT_MS, exchangeMs = EXCHANGE_MS, ...rest } = settings;
  const identity = await makeLocalIdentity(now());
  const secureContext = createSecureContext({
    cert: identity.certPem,
    key: identity.keyPem,
    minVersion: 'TLSv1.2',
  });
  const passes = new Map<string, OpenPass & { readonly password: string; connections: number }>();
  const sockets = new Set<Duplex>();

  const server = createServer({ maxHeaderSize: LONGEST_HEAD }, (_request, response) => {
    response.writeHead(405, { connection: 'close' }).end();
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('connect', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => undefined);
    const refuse = (status: string): void => void socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
    const pass = findPass(request.headers['proxy-authorization']);
    if (pass === undefined) {
      return refuse('407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="relay"');
    }
    if (request.url !== `${WECOM_HOST}:${WECOM_PORT}`) return refuse('403 Forbidden');
    if (pass.connections >= MOST_CONNECTIONS_PER_PASS) return refuse('429 Too Many Requests');
    pass.connections += 1;
    socket.once('close', () => (pass.connections -= 1));
    if (head.length > 0) socket.unshift(head);
    void serve(pass, socket);
  });

  function findPass(header: string | undefined) {
    const encoded = /^Basic ([A-Za-z0-9+/=]{1,200})$/i.exec(header ?? '')?.[1];
    if (encoded === undefined) return undefined;
    const [user = '', given = ''] = Buffer.from(encoded, 'base64').toString('latin1').split(':');
    const pass = passes.get(user);
    if (pass === undefined || given.length !== pass.password.length) return undefined;
    return timingSafeEqual(Buffer.from(given, 'latin1'), Buffer.from(pass.password)) ? pass : undefined;
  }

  async function serve(pass: OpenPass, socket: Duplex): Promise<void> {
    const cut = (): void => void socket.destroy();
    pass.signal.addEventListener('abort', cut, { once: true });
    socket.once('close', () => pass.signal.removeEventListener('abort', cut));
    try {
      const upstream = await dialWecom(pass.options.egress, { ...rest, connectMs });
      upstream.on('error', () => undefined);
      socket.once('close', () => upstream.destroy());
      if (socket.destroyed) return;
      const timer = setTimeout(() => {
        pass.notes.fault ??= new FaultError('wecom.unreachable');
        cut();
      }, exchangeMs);
      socket.once('close', () => clearTimeout(timer));
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      const client = new TLSSocket(socket, { isServer: true, secureContext });
      client.on('error', () => undefined);
      await relayExchange(client, upstream, pass);
    } catch (error) {
      pass.notes.fault ??= error instanceof FaultError ? error : new FaultError('wecom.unreachable');
      socket.end('HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\n\r\n');
    }
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;

  return {
    port,
    authorityPem: identity.authorityPem,
    admit(options) {
      const [user, password] = [randomBytes(8).toString('hex'), randomBytes(24).toString('hex')];
      const ending = new AbortController();
      const notes: OpenPass['notes'] = { tokenAsked: false, fault: undefined, refusal: undefined };
      passes.set(user, { options, notes, signal: ending.signal, password, connections: 0 });
      return {
        proxy: { address: `http://127.0.0.1:${port}`, login: `${user}:${password}` },
        notes,
        end() {
          passes.delete(user);
          ending.abort();
        },
      };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

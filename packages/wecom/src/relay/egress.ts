import { connect, type Socket } from 'node:net';
import { FaultError } from '@highwater/domain';

/** How a lease's calls leave this machine. */
export type Egress =
  | { readonly kind: 'direct'; readonly localAddress?: string }
  | { readonly kind: 'proxy'; readonly host: string; readonly port: number; readonly login?: string };

export interface Target {
  readonly host: string;
  readonly port: number;
}

/** What a proxy answers before the tunnel stands; more is no proxy. */
const LONGEST_REPLY = 16 * 1024;

/**
 * A connection to the target by this egress; the signal ends the attempt. Rejects with the system's error, or with
 * `wecom.unreachable` (detail: proxyStatus) when the proxy refuses.
 */
export async function openEgress(egress: Egress, target: Target, signal: AbortSignal): Promise<Socket> {
  if (egress.kind === 'direct') {
    const { localAddress } = egress;
    return connected(connect({ ...target, ...(localAddress === undefined ? {} : { localAddress }), signal }));
  }
  const socket = await connected(connect({ host: egress.host, port: egress.port, signal }));
  try {
    await askForTunnel(socket, target, egress.login);
    return socket;
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

function connected(socket: Socket): Promise<Socket> {
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.off('error', reject);
      // The signal can still end the connection; nobody may be listening at that moment.
      socket.on('error', () => undefined);
      resolve(socket);
    });
  });
}

async function askForTunnel(socket: Socket, { host, port }: Target, login: string | undefined): Promise<void> {
  const authority = `${host}:${port}`;
  const proof =
    login === undefined ? '' : `Proxy-Authorization: Basic ${Buffer.from(login, 'utf8').toString('base64')}\r\n`;
  socket.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n${proof}\r\n`);
  const reply = await readHead(socket);
  const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(reply)?.[1] ?? 0);
  if (status !== 200) throw new FaultError('wecom.unreachable', { detail: { proxyStatus: status } });
}

/** Everything up to the first empty line; what came behind it is put back. */
function readHead(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let seen: Buffer = Buffer.alloc(0);
    const fail = (): void => settle(() => reject(new FaultError('wecom.unreachable', { detail: { proxyStatus: 0 } })));
    const read = (part: Buffer): void => {
      seen = Buffer.concat([seen, part]);
      const end = seen.indexOf('\r\n\r\n');
      if (end < 0 && seen.length > LONGEST_REPLY) return fail();
      if (end < 0) return;
      settle(() => resolve(seen.toString('latin1', 0, end)));
      if (seen.length > end + 4) socket.unshift(seen.subarray(end + 4));
    };
    function settle(how: () => void): void {
      socket.pause();
      socket.off('data', read).off('end', fail).off('close', fail);
      how();
    }
    socket.on('data', read).once('end', fail).once('close', fail);
  });
}

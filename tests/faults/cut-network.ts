import { once } from 'node:events';
import { createConnection, createServer, type NetConnectOpts, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';

/** Stands between two processes and passes on what they say, until it is told to cut them off. */
export interface Wire {
  /** Cuts the connection of the next answer after so many of its bytes. */
  cutNext(afterBytes: number): void;
  /** Holds the next answer back for so long and then cuts it. */
  stallNext(ms: number): void;
  /** Connections cut since the start. */
  readonly cuts: () => number;
  close(): Promise<void>;
}

type Trouble = { readonly afterBytes: number } | { readonly stallMs: number };

/**
 * Listens on `listen` (a port of the loopback address, or the path of a socket) and connects each caller to `target`.
 * With `tls` callers speak TLS to it, as to WeCom, and it passes on what was inside.
 */
export async function stretchWire(
  listen: number | string,
  target: NetConnectOpts,
  tls?: { readonly cert: string; readonly key: string },
): Promise<Wire> {
  const open = new Set<Socket>();
  let trouble: Trouble | undefined;
  let cuts = 0;

  const connect = (near: Socket): void => {
    const far = createConnection(target);
    const cut = (): void => {
      // Only plain TCP knows a reset.
      if (typeof listen === 'number' && tls === undefined) near.resetAndDestroy();
      else near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.once('close', () => {
        open.delete(socket);
        (socket === near ? far : near).destroy();
      });
    }
    near.pipe(far);
    far.on('data', (answer: Buffer) => {
      const wanted = trouble;
      if (wanted === undefined) {
        if (!near.write(answer)) pauseUntilDrained(far, near);
        return;
      }
      trouble = undefined;
      cuts += 1;
      if ('stallMs' in wanted) {
        far.pause();
        setTimeout(cut, wanted.stallMs);
        return;
      }
      near.write(answer.subarray(0, wanted.afterBytes), cut);
    });
  };
  const server = tls === undefined ? createServer(connect) : createTlsServer(tls, connect);
  server.on('tlsClientError', () => undefined);
  server.listen(typeof listen === 'number' ? { port: listen, host: '127.0.0.1' } : { path: listen });
  await once(server, 'listening');
  return {
    cutNext: (afterBytes) => void (trouble = { afterBytes }),
    stallNext: (stallMs) => void (trouble = { stallMs }),
    cuts: () => cuts,
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}

function pauseUntilDrained(source: Socket, sink: Socket): void {
  source.pause();
  sink.once('drain', () => source.resume());
}

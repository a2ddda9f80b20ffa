import { createServer as createTlsServer } from 'node:https';
import { createAdaptorServer } from '@hono/node-server';
import { startTalking, type Talk } from '../company/start-talking.ts';
import { startNotifying, type Notifying } from '../callback/start-notifying.ts';
import type { CorpsOptions } from '../corp/corps.ts';
import { createSimulator, type Simulator } from './create-simulator.ts';

export interface StartOptions extends Omit<CorpsOptions, 'onCorp'> {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** How often each talking corp says something; 0 for never. Default 5,000. */
  readonly talkEveryMs?: number;
  /** The least time between two events of a corp; 15,000 like WeCom's unless given. */
  readonly notifyEveryMs?: number;
  /** PEM: speaks TLS with this certificate, as WeCom does; plain HTTP without it. */
  readonly tls?: { readonly key: string; readonly cert: string };
}

export interface RunningSimulator extends Simulator {
  readonly url: string;
  /** Ends the talk, the open connections and the journals. */
  stop(): Promise<void>;
}

const TALK_EVERY_MS = 5000;

/** Listens until stopped; rejects when the port is taken. */
export async function startSimulator(options: StartOptions): Promise<RunningSimulator> {
  const { host, port, tls, talkEveryMs: everyMs = TALK_EVERY_MS, notifyEveryMs, ...rest } = options;
  const talks: (Talk | Notifying)[] = [];
  const simulator = createSimulator({
    ...rest,
    onCorp: (corp) => {
      if (everyMs > 0) talks.push(startTalking(corp, { everyMs }));
      talks.push(startNotifying(corp, notifyEveryMs === undefined ? {} : { everyMs: notifyEveryMs }));
    },
  });
  const server = createAdaptorServer({
    fetch: simulator.app.fetch,
    hostname: host,
    ...(tls ? { createServer: createTlsServer, serverOptions: tls } : {}),
  });
  const listening = Promise.withResolvers<void>();
  server.once('error', listening.reject);
  server.listen(port, host, listening.resolve);
  try {
    await listening.promise;
  } catch (error) {
    for (const talk of talks) talk.stop();
    simulator.close();
    throw error;
  }
  const address = server.address();
  const taken = typeof address === 'object' && address ? address.port : port;
  return {
    ...simulator,
    url: `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    async stop() {
      for (const talk of talks) talk.stop();
      const closed = Promise.withResolvers<void>();
      server.close(() => closed.resolve());
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed.promise;
      simulator.close();
    },
  };
}

import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { Client } from 'typesense';

/** Connections that are kept open and shared by the clients of one index. */
export interface Connections {
  readonly http: HttpAgent;
  readonly https: HttpsAgent;
}

export function openConnections(): Connections {
  return { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) };
}

/** The official client, without its own retries and without its log, which writes answers of the server. */
export function createClient(options: {
  readonly url: string;
  readonly key: string;
  readonly connections: Connections;
  /** For every request but imports, which the client lets take as long as they do. */
  readonly timeoutMs: number;
}): Client {
  return new Client({
    nodes: [{ url: options.url }],
    apiKey: options.key,
    connectionTimeoutSeconds: options.timeoutMs / 1000,
    numRetries: 0,
    logLevel: 'silent',
    httpAgent: options.connections.http,
    httpsAgent: options.connections.https,
  });
}

import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { answerRequest, type Answered, type Asked, type Holdings } from './answer-request.ts';
import { readKey } from './keys.ts';
import { Refusal } from './refusal.ts';
import type { Parameters } from './search-collection.ts';

export interface TypesenseStandIn {
  readonly url: string;
  readonly adminKey: string;
  /** A key with the one action of searching, on collections that match the pattern. */
  createSearchKey(pattern: string): Promise<string>;
  /** Requests since the start, oldest first, with what their keys added to every search. */
  readonly asked: readonly (Asked & { readonly embedded: Parameters })[];
  /** What the server does from now on. */
  behave(manner: Partial<Manner>): void;
  close(): Promise<void>;
}

export interface Manner {
  /** `loading`: 503 for everything that needs the data. */
  readonly state: 'ready' | 'loading';
  /** Documents of each collection that are back after a start; health says yes all the same. Null for all. */
  readonly visible: number | null;
  readonly pendingWriteBatches: number;
  /** Before each answer. */
  readonly delayMs: number;
}

const STATS = {
  cache_hit_ratio: 0,
  delete_latency_ms: 0,
  delete_requests_per_second: 0,
  import_latency_ms: 0,
  import_requests_per_second: 0,
  latency_ms: {},
  overloaded_requests_per_second: 0,
  requests_per_second: {},
  search_latency_ms: 0,
  search_requests_per_second: 0,
  total_requests_per_second: 0,
  write_latency_ms: 0,
  write_requests_per_second: 0,
};

/**
 * Stands in for a Typesense server 29.0 in tests, in memory: what the search adapter asks of one, answered as one was
 * recorded to answer, with its traps. Close it at the end.
 */
export async function startTypesense(options: { readonly adminKey?: string } = {}): Promise<TypesenseStandIn> {
  const adminKey = options.adminKey ?? randomBytes(16).toString('hex');
  const held: Holdings = { collections: new Map(), aliases: new Map(), keys: [], visible: null };
  let manner: Manner = { state: 'ready', visible: null, pendingWriteBatches: 0, delayMs: 0 };
  const asked: (Asked & { readonly embedded: Parameters })[] = [];
  const server = createServer((request, response) => void serve(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { 'x-typesense-api-key': inQuery, ...query } = Object.fromEntries(searchParams);
    const body = Buffer.concat(chunks).toString();
    const question = { method: request.method ?? '', path: pathname, query, body };
    const inHeader = request.headers['x-typesense-api-key'];
    const key = typeof inHeader === 'string' ? inHeader : inQuery;
    asked.push({ ...question, embedded: embeddedOf(key) });
    if (manner.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, manner.delayMs));
    const { status, type, body: answer } = answerOne(question, key);
    response.writeHead(status, { 'content-type': type });
    response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
  }

  function embeddedOf(key: string | undefined): Parameters {
    try {
      return readKey(key, adminKey, held.keys).embedded;
    } catch {
      return {};
    }
  }

  function answerOne(question: Asked, key: string | undefined): Answered {
    const type = 'application/json; charset=utf-8';
    const isReady = manner.state === 'ready';
    if (question.path === '/health') return { status: isReady ? 200 : 503, type, body: { ok: isReady } };
    try {
      const { path } = question;
      if (path === '/debug') {
        readKey(key, adminKey, []);
        return { status: 200, type, body: { state: isReady ? 1 : 4, version: '29.0' } };
      }
      if (path === '/stats.json') {
        readKey(key, adminKey, []);
        return { status: 200, type, body: { ...STATS, pending_write_batches: manner.pendingWriteBatches } };
      }
      // Before the key is looked at.
      if (!isReady) throw new Refusal(503, 'Not Ready or Lagging');
      return answerRequest(question, held, readKey(key, adminKey, held.keys));
    } catch (error) {
      if (error instanceof Refusal)
        return { status: error.status, type: refusalType(question), body: { message: error.message } };
      return { status: 500, type, body: { message: String(error) } };
    }
  }

  return {
    url,
    adminKey,
    asked,
    async createSearchKey(pattern) {
      const response = await fetch(`${url}/keys`, {
        method: 'POST',
        headers: { 'x-typesense-api-key': adminKey },
        body: JSON.stringify({ description: 'search', actions: ['documents:search'], collections: [pattern] }),
      });
      const { value } = (await response.json()) as { value: string };
      return value;
    },
    behave(change) {
      manner = { ...manner, ...change };
      held.visible = manner.visible;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      if (server.listening) await once(server, 'close');
    },
  };
}

/** Deletes by filter name their type without a character set. */
function refusalType({ method, path }: Asked): string {
  const isDelete = method === 'DELETE' && path.endsWith('/documents');
  return isDelete ? 'application/json' : 'application/json; charset=utf-8';
}

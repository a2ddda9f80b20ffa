import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a faulty API would add to an answer. */
export interface Leak {
  readonly body?: string;
  readonly header?: string;
}

/** An API that is the real one, but for one path to whose answers something is added. */
export async function startLeakingProxy(
  apiUrl: string,
  path: string,
  leak: Leak,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const { connection: _connection, host: _host, ...headers } = request.headers;
    const asked = { method: request.method ?? 'GET', headers: headers as Record<string, string> };
    void fetch(`${apiUrl}${request.url}`, asked).then(async (answer) => {
      const bytes = Buffer.from(await answer.arrayBuffer());
      const isLeaking = request.url?.split('?')[0] === path;
      response.statusCode = answer.status;
      if (isLeaking && leak.header !== undefined) response.setHeader('x-leak', leak.header);
      response.end(isLeaking ? Buffer.concat([bytes, Buffer.from(leak.body ?? '', 'utf8')]) : bytes);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

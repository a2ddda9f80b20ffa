import { Agent, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PortalEnv } from './create-portal.ts';
import { forwardToApi } from './forward-to-api.ts';

const MANY = 3 * 1024 * 1024;
const servers: ServerType[] = [];
let port = 0;

const listening = (app: { fetch: Parameters<typeof serve>[0]['fetch'] }): Promise<number> =>
  new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info: AddressInfo) =>
      resolve(info.port),
    );
    servers.push(server);
  });

beforeAll(async () => {
  const api = new Hono();
  api.use(bodyLimit({ maxSize: 1024 * 1024, onError: (c) => c.text('too large', 413) }));
  api.all('*', async (c) => c.text(String((await c.req.text()).length)));
  const apiUrl = `http://127.0.0.1:${await listening(api)}`;
  const portal = new Hono<PortalEnv>();
  portal.all('*', forwardToApi({ apiUrl, portalSigningKey: new Uint8Array(32) }));
  port = await listening(portal);
});
afterAll(() => {
  for (const server of servers) server.close();
});

/** By one connection, as a browser would keep it. */
async function ask(agent: Agent, method: string, body?: Buffer): Promise<number | undefined> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const asked = request({ agent, port, host: '127.0.0.1', method, path: '/v1/x' }, resolve);
    asked.on('error', reject);
    asked.end(body);
  });
  answer.resume();
  await new Promise((resolve) => answer.on('end', resolve));
  return answer.statusCode;
}

test('a request that is too large is refused, and those after it are answered, on its connection and on others', async () => {
  for (let round = 0; round < 5; round += 1) {
    const [own, others] = [
      new Agent({ keepAlive: true, maxSockets: 1 }),
      new Agent({ keepAlive: true, maxSockets: 1 }),
    ];
    expect(await ask(own, 'POST', Buffer.alloc(MANY))).toBe(413);
    const answers = await Promise.all([own, others, own, others].map((agent) => ask(agent, 'GET')));
    expect(answers).toEqual([200, 200, 200, 200]);
    own.destroy();
    others.destroy();
  }
});

import { Agent, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve, type ServerType } from '@hono/node-server';
import { FaultError } from '@highwater/domain';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { limitBody } from './limit-body.ts';

const MIB = 1024 * 1024;
let server: ServerType;
let port = 0;

beforeAll(async () => {
  const app = new Hono();
  app.use(limitBody());
  app.onError((error, c) => c.text(error instanceof FaultError ? error.fault : 'failed', 413));
  app.post('*', async (c) => c.text(`${c.req.header('content-type')} ${(await c.req.text()).length}`));
  app.get('*', (c) => c.text('read'));
  port = await new Promise((resolve) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info: AddressInfo) => resolve(info.port));
  });
});
afterAll(() => void server.close());

async function ask(agent: Agent, method: string, body?: Buffer, headers: Record<string, string> = {}): Promise<string> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const asked = request({ agent, port, host: '127.0.0.1', method, path: '/', headers }, resolve);
    asked.on('error', reject);
    asked.end(body);
  });
  let text = '';
  for await (const part of answer) text += String(part);
  return text;
}

test.each([
  ['that says how long it is', {}],
  ['that does not say so', { 'transfer-encoding': 'chunked' }],
])(
  'a body %s goes through up to the limit, and beyond it is refused with its connection kept',
  async (_what, headers) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let round = 0; round < 3; round += 1) {
      const type = { 'content-type': 'application/json', ...headers };
      expect(await ask(agent, 'POST', Buffer.alloc(MIB, 'a'), type)).toBe(`application/json ${MIB}`);
      expect(await ask(agent, 'POST', Buffer.alloc(MIB + 1, 'a'), type)).toBe('request.too_large');
      expect(await ask(agent, 'GET')).toBe('read');
    }
    agent.destroy();
  },
);

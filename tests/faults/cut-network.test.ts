import { once } from 'node:events';
import { createConnection, createServer, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findFreePort } from '../../infra/testing/find-free-port.ts';
import { stretchWire, type Wire } from './cut-network.ts';

const ANSWER = 'x'.repeat(1_000_000);
const server = createServer((socket) => socket.on('error', () => undefined).end(ANSWER));
let wire: Wire;
let url: { port: number; host: string };

beforeEach(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const port = await findFreePort();
  wire = await stretchWire(port, { host: '127.0.0.1', port: (server.address() as AddressInfo).port });
  url = { host: '127.0.0.1', port };
});
afterEach(async () => {
  await wire.close();
  server.close();
});

async function receive(): Promise<number> {
  const socket = createConnection(url);
  let received = 0;
  socket.on('data', (bytes) => (received += bytes.length));
  socket.on('error', () => undefined);
  await new Promise((resolve) => socket.once('close', resolve));
  return received;
}

it('everything passes while nobody cuts', async () => {
  expect(await receive()).toBe(ANSWER.length);
  expect(wire.cuts()).toBe(0);
});

it('a cut ends one connection in the middle of its answer and leaves the next one alone', async () => {
  wire.cutNext(1000);
  expect(await receive()).toBeLessThan(ANSWER.length);
  expect(wire.cuts()).toBe(1);
  expect(await receive()).toBe(ANSWER.length);
});

it('a stalled answer never comes', async () => {
  wire.stallNext(20);
  expect(await receive()).toBe(0);
  expect(wire.cuts()).toBe(1);
});

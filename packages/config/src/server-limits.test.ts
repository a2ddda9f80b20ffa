import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { limitServer, SERVER_LIMITS, serverOptions } from './server-limits.ts';

test('a server of ours has limits for slow heads, slow bodies, many heads and idle sockets', () => {
  const server = createServer(serverOptions());
  limitServer(server);
  expect(server).toMatchObject({
    headersTimeout: SERVER_LIMITS.headersTimeout,
    requestTimeout: SERVER_LIMITS.requestTimeout,
    keepAliveTimeout: SERVER_LIMITS.keepAliveTimeout,
    maxHeadersCount: SERVER_LIMITS.maxHeadersCount,
    timeout: SERVER_LIMITS.idleTimeout,
  });
});

test('a head that never ends is cut off in time, whatever trickles in', async () => {
  const server = createServer({ ...serverOptions(), headersTimeout: 100, connectionsCheckingInterval: 20 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n');
  const trickle = setInterval(() => socket.write('X-A: b\r\n'), 20);
  const answered = await once(socket, 'data').then(([bytes]) => String(bytes));
  clearInterval(trickle);
  socket.destroy();
  expect(answered).toMatch(/^HTTP\/1\.1 408 /);
  await new Promise((resolve) => server.close(resolve));
});

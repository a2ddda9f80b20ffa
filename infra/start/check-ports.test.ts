import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { checkPorts } from './check-ports.ts';
import { portsFrom } from './start-options.ts';

it('names the port that is taken', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await expect(checkPorts({ ...portsFrom(port - 2) })).rejects.toThrow(new RegExp(`Port ${port} is taken`));
});

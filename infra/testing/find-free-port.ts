import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below the ports that the system gives to whoever asks for any: another test would get this one before it is listened on. */
const FIRST = 15_000;
const LAST = 32_000;

/** A port that nobody listens on now, and that nobody is given who asks for any. */
export async function findFreePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FIRST, LAST);
    const server = createServer();
    try {
      await Promise.all([once(server, 'listening'), server.listen(port, '127.0.0.1')]);
      return port;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  }
}

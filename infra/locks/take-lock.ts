import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { waitUntil } from '../processes/wait.ts';

export interface Lock {
  release(): void;
}

/**
 * Holds a lock on `path` for as long as this process lives; undefined when another holds it for longer than `waitMs`.
 * It is a socket in Linux's abstract namespace: taken by one at a time, given back by the kernel however its holder ends,
 * so there is no stale lock. It locks out processes of this machine (and network namespace) only.
 */
export async function takeLock(purpose: string, path: string, waitMs = 0): Promise<Lock | undefined> {
  const name = `\0highwater-${purpose}-${createHash('sha256').update(realpathSync(path)).digest('hex').slice(0, 32)}`;
  let server: Server | undefined;
  await waitUntil(async () => {
    server = await listen(name);
    return server !== undefined;
  }, waitMs);
  if (server === undefined) return undefined;
  const held = server;
  held.unref();
  return { release: () => void held.close() };
}

function listen(name: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error) =>
      'code' in error && error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen(name, () => resolve(server));
  });
}

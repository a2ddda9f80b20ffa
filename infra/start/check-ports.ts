import { createServer } from 'node:net';
import { Sentence } from '../processes/sentence.ts';
import type { Ports } from './start-options.ts';

/** Throws a Sentence that names the first port somebody else listens on. */
export async function checkPorts(ports: Ports): Promise<void> {
  for (const port of Object.values({ ...ports })) {
    if (!(await isFree(port))) {
      throw new Sentence(
        `Port ${port} is taken by another program. Choose other ports: npm start -- --port-base ${suggest(ports)}`,
      );
    }
  }
}

function suggest(ports: Ports): number {
  return ports.portal + 100 > 65_000 ? 4400 : ports.portal + 100;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

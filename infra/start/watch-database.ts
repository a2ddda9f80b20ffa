import pg from 'pg';
import { startPostgres } from '../postgres/index.ts';
import { wait } from '../processes/wait.ts';
import { need, type StartContext } from './start-context.ts';

const LOOK_MS = 1000;

/**
 * Looks every second whether the database answers, and brings it up again when it does not: a server that was killed
 * recovers by itself once it is started. Returns how to end the watch; a recovery under way is waited for.
 */
export function watchDatabase(context: StartContext, report: (line: string) => void): () => Promise<void> {
  let isOver = false;
  async function watch(): Promise<void> {
    while (!isOver) {
      await wait(LOOK_MS);
      if (isOver || (await answers(context))) continue;
      report('PostgreSQL ended unexpectedly; starting it again.');
      try {
        context.postgres = await startPostgres({ dataDir: context.dataDir });
      } catch (error) {
        report(error instanceof Error ? error.message : 'PostgreSQL could not be started.');
      }
    }
  }
  const watching = watch();
  return async () => {
    isOver = true;
    await watching;
  };
}

async function answers(context: StartContext): Promise<boolean> {
  const client = new pg.Client({ ...need(context, 'postgres').superuser, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    // A server that refuses because it is full, starting or recovering is there.
    return error instanceof Error && 'code' in error && ['53300', '57P03'].includes(String(error.code));
  } finally {
    await client.end().catch(() => undefined);
  }
}

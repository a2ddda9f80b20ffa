import { serverAnswers, startPostgres } from '../postgres/index.ts';
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
      if (isOver || (await serverAnswers(need(context, 'postgres').superuser))) continue;
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

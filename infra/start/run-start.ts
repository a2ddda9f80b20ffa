import { mkdirSync, rmSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { takeLock } from '../locks/take-lock.ts';
import { createSupervisor } from '../processes/create-supervisor.ts';
import { Sentence } from '../processes/sentence.ts';
import type { StartContext, StartStep } from './start-context.ts';
import type { StartOptions } from './start-options.ts';
import { commandEnvironment } from './app-environments.ts';
import { COMMAND_ENVIRONMENT } from './command-environment.ts';
import { readyFile, showScreen } from './show-screen.ts';
import { writeSecret } from './write-secret.ts';

/** Everything is stopped within this time; what is not ends by itself when this process does. */
const STOP_LIMIT_MS = 18_000;

/** Runs the steps with a line each, prints the screen, and stops it all on a signal. */
export async function runStart(
  options: StartOptions,
  root: string,
  steps: readonly StartStep[],
  print: (line: string) => void,
): Promise<void> {
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  if (!(await takeLock('data', options.dataDir))) throw new Sentence(runningSentence(options.dataDir));
  const url = (port: number): string => `http://127.0.0.1:${port}`;
  const { ports } = options;
  const context: StartContext = {
    ...options,
    root,
    supervisor: createSupervisor(join(options.dataDir, 'logs'), print),
    // Another host for browsers, the same server: names under localhost lead to the loopback address.
    urls: {
      portal: url(ports.portal),
      operator: `http://operator.localhost:${ports.portal}`,
      api: url(ports.api),
      simulator: url(ports.simulator),
    },
  };
  let step = Promise.resolve();
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= stopAll(context, () => step, print));
  stopOnSignals(stop);
  // Nothing else here is sure to keep this process alive, and everything ends with it.
  setInterval(() => undefined, 60_000);
  const begun = performance.now();
  try {
    for (const { title, run } of steps) {
      const at = performance.now();
      step = run(context);
      await step;
      if (stopping) break;
      print(`  ${title.padEnd(36)} ${seconds(at)}`);
    }
  } catch (error) {
    // What a step says because it was stopped under way is no news.
    const interrupted = stopping !== undefined;
    await stop();
    if (!interrupted) throw error;
  }
  if (stopping) {
    await stopping;
    return;
  }
  writeSecret(join(options.dataDir, COMMAND_ENVIRONMENT), JSON.stringify(commandEnvironment(context)));
  writeSecret(join(options.dataDir, 'ready.json'), readyFile(context));
  showScreen(context, seconds(begun), print);
}

/** The step under way may still be starting PostgreSQL: it is waited for, so that nothing is left behind. */
async function stopAll(context: StartContext, step: () => Promise<void>, print: (line: string) => void): Promise<void> {
  print('Stopping.');
  for (const name of ['ready.json', COMMAND_ENVIRONMENT]) rmSync(join(context.dataDir, name), { force: true });
  await context.stopWatching?.();
  await context.supervisor.stop();
  await step().catch(() => undefined);
  await context.postgres?.stop();
}

/** Ctrl-C reaches this process twice, from the terminal and through npm: the first one counts. */
function stopOnSignals(stop: () => Promise<void>): void {
  const begin = (): void => {
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, begin);
}

function runningSentence(dataDir: string): string {
  const file = join(dataDir, 'ready.json');
  const address = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { portalUrl: string }).portalUrl
    : undefined;
  const where = address === undefined ? 'It is still starting or stopping.' : `Its address is ${address}.`;
  return `Highwater already runs on ${dataDir}. ${where} To run another one: npm start -- --data OTHER --port-base N`;
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

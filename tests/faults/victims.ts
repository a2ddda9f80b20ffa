import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres } from '../../infra/postgres/index.ts';
import { startProcess } from '../../infra/processes/start-process.ts';
import { waitUntil } from '../../infra/processes/wait.ts';
import { apiEnvironment, simulatorEnvironment, workerEnvironment } from '../../infra/start/app-environments.ts';
import type { BareStage } from './fault-stage.ts';

/** `undefined` takes away what a process is usually told. */
type Environment = Readonly<Record<string, string | undefined>>;

/** A process that is started, killed and started again. */
export interface Victim {
  /** Starts it; `failpoints` names the place at which it kills itself. Resolves when it serves, or died at its failpoint. */
  start(failpoints?: string): Promise<void>;
  /** Starts it and waits for nothing. */
  launch(failpoints?: string): void;
  /** Whether it serves within the time. */
  serves(withinMs: number): Promise<boolean>;
  /** How it ended within the time: `killed` (at its failpoint), `failed` (by itself), or not at all. */
  ends(withinMs: number): Promise<'killed' | 'failed' | 'alive'>;
  kill(): Promise<void>;
  /** Asks it to stop, as a deployment does. */
  stop(): Promise<void>;
  /** Of the process under way; undefined before the first start. */
  readonly pid: number | undefined;
}

const MOST_STARTS = 3;

export interface VictimSpec {
  readonly name: string;
  readonly script: string;
  readonly env: () => Environment;
  readonly readyUrl: string;
}

export function createVictim({ context }: BareStage, { name, script, env, readyUrl }: VictimSpec): Victim {
  const logFile = join(context.dataDir, 'logs', `${name}.log`);
  let child: ChildProcess | undefined;
  let exited: Promise<unknown> = Promise.resolve();
  const gone = (): boolean => child === undefined || child.exitCode !== null || child.signalCode !== null;
  const how = (): 'killed' | 'failed' | 'alive' =>
    gone() ? (child?.signalCode === 'SIGKILL' ? 'killed' : 'failed') : 'alive';

  const launch = (failpoints = ''): void => {
    child = startProcess(
      {
        name,
        script: join(context.root, script),
        // A process that is killed keeps nothing of what it compiled; one that is stopped does, and the next start is quicker.
        env: told({
          NODE_COMPILE_CACHE: join(context.dataDir, 'compiled'),
          ...env(),
          HIGHWATER_FAILPOINTS: failpoints,
        }),
        cwd: context.root,
      },
      logFile,
    );
    exited = once(child, 'exit');
  };
  const serves = (withinMs: number): Promise<boolean> =>
    waitUntil(async () => gone() || (await answers(readyUrl)), withinMs, 20).then((ready) => ready && !gone());
  const ends = async (withinMs: number): Promise<'killed' | 'failed' | 'alive'> => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise((resolve) => (timer = setTimeout(resolve, withinMs)));
    await Promise.race([exited, late]);
    clearTimeout(timer);
    return how();
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (gone()) return;
    child?.kill(signal);
    await exited;
  };
  return {
    launch,
    serves,
    ends,
    async start(failpoints = '') {
      // A connection that is cut while it starts ends it; whoever runs it starts it again.
      for (let attempt = 1; attempt <= MOST_STARTS; attempt += 1) {
        launch(failpoints);
        if ((await serves(30_000)) || how() === 'killed') return;
        if (how() === 'alive') break;
      }
      throw new Error(`${name} ${gone() ? 'ended while starting' : 'did not start'}:\n${lastLines(logFile)}`);
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    get pid() {
      return child?.pid;
    },
  };
}

function told(env: Environment): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

async function answers(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(2000) }).then(
    async (response) => {
      await response.arrayBuffer();
      return response.ok;
    },
    () => false,
  );
}

function lastLines(file: string): string {
  return existsSync(file)
    ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-15).join('\n')
    : 'It wrote nothing.';
}

export function createWorkerVictim(stage: BareStage, script: string, env: Environment = {}): Victim {
  return createVictim(stage, {
    name: 'worker',
    script,
    env: () => ({ ...workerEnvironment(stage.context), HIGHWATER_PULL_INTERVAL_SECONDS: '1', ...env }),
    readyUrl: `http://127.0.0.1:${stage.context.ports.workerMetrics}/metrics`,
  });
}

export function createApiVictim(stage: BareStage, env: Environment = {}): Victim {
  return createVictim(stage, {
    name: 'api',
    script: 'apps/api/src/main.ts',
    // Life here asks for pulls more often than people do.
    env: () => ({ ...apiEnvironment(stage.context), HIGHWATER_PULL_COOLDOWN_SECONDS: '1', ...env }),
    readyUrl: `${stage.context.urls.api}/readyz`,
  });
}

/** The simulated WeCom as a process of its own; its journal outlives it. */
export function createSimulatorVictim(stage: BareStage): Victim {
  return createVictim(stage, {
    name: 'simulator',
    script: 'infra/commands/simulator.ts',
    env: () => simulatorEnvironment(stage.context),
    readyUrl: `${stage.context.urls.simulator}/healthz`,
  });
}

/** Kills the database server like a power cut of its process, and has it recover. */
export async function killDatabase(stage: BareStage): Promise<void> {
  const { dataDir } = stage.context;
  const { folder } = JSON.parse(readFileSync(join(dataDir, 'postgres.json'), 'utf8')) as { folder: string };
  const [pid] = readFileSync(join(folder, 'data/postmaster.pid'), 'utf8').split('\n');
  process.kill(Number(pid), 'SIGKILL');
  stage.context.postgres = await startPostgres({ dataDir, fast: true });
}

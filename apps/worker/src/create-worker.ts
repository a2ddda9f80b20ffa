import { errorFields, type Metrics } from '@highwater/config/telemetry';
import { faultOf } from '@highwater/domain';
import { QUEUE_NAMES, type QueueName } from '@highwater/jobs';
import { workQueue, type PgBoss } from '@highwater/jobs/boss';
import type { Handlers } from './chain-handlers.ts';
import type { ChainDeps } from './deps.ts';
import { runSweeper, type Sweeper } from './sweep/run-sweeper.ts';
import type { Sweep } from './sweep/sweep.ts';

/** Jobs of a queue at once in one process. Opening and packing are bound by the processor, the others by waiting. */
const CONCURRENCY: Readonly<Record<QueueName, number>> = {
  'check-connection': 2,
  'run-preflight': 2,
  'check-secret': 2,
  'pull-archive': 4,
  'repull-range': 2,
  'open-page': 2,
  'make-key': 1,
  'reopen-pages': 1,
  'reparse-messages': 1,
  'check-ledger': 1,
  'check-audit': 1,
  enrich: 2,
  'fetch-media': 4,
  'make-copies': 1,
  'check-index': 1,
  'index-messages': 2,
  'build-export': 1,
  'run-schedule': 2,
  'send-link-mail': 2,
  'send-statement-mail': 1,
  'send-break-mail': 1,
  'send-invitation-mail': 2,
};

/** How long running jobs may take after a stop was asked for; those that do not end are tried again by another worker. */
const STOP_MS = 12_000;

export interface WorkerParts {
  readonly deps: ChainDeps;
  readonly boss: PgBoss;
  readonly handlers: Handlers;
  readonly sweeps: readonly Sweep[];
  readonly sweepEveryMs: number;
  readonly metrics: Metrics;
}

export interface Worker {
  /** Takes no new job, lets the running ones end for up to 12 s. */
  stop(): Promise<void>;
}

/** Serves every queue and sweeps. `boss` is started by the caller and stopped here. */
export async function createWorker(parts: WorkerParts): Promise<Worker> {
  const { deps, boss, metrics } = parts;
  const seconds = metrics.histogram(
    'job_seconds',
    'Time that a job took.',
    ['queue', 'outcome'],
    [0.01, 0.05, 0.2, 1, 5, 30, 120, 600],
  );

  async function serve<Name extends QueueName>(queue: Name): Promise<void> {
    await workQueue(
      boss,
      queue,
      { concurrency: CONCURRENCY[queue] },
      async ({ payload, signal }) => {
        const end = seconds.startTimer({ queue });
        try {
          await parts.handlers[queue](payload, signal);
          end({ outcome: 'done' });
        } catch (error) {
          end({ outcome: faultOf(error) });
          throw error;
        } finally {
          wakeServers(boss, queue);
        }
      },
      (name, jobId, error) => deps.log.error('job failed', { queue: name, jobId, ...errorFields(error) }),
    );
  }

  for (const queue of QUEUE_NAMES) await serve(queue);
  const sweeper: Sweeper = runSweeper(deps, parts.sweeps, parts.sweepEveryMs);
  return {
    async stop() {
      await Promise.all([sweeper.stop(), boss.stop({ graceful: true, timeout: STOP_MS })]);
    },
  };
}

/**
 * Has a queue looked at again at once. By itself each server takes one job per poll, so that a hundred small files
 * would take a hundred polls; an empty queue ends it, because only a job that was done wakes anybody.
 */
function wakeServers(boss: PgBoss, queue: QueueName): void {
  for (const { id, name } of boss.getWipData()) if (name === queue) boss.notifyWorker(id);
}

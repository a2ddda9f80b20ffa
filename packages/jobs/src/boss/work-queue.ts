import { faultOf, type Fault } from '@highwater/domain';
import type { PgBoss } from 'pg-boss';
import { QUEUES, type JobPayload, type QueueName } from '../queues.ts';

export interface RunningJob<Name extends QueueName> {
  readonly jobId: string;
  readonly payload: JobPayload<Name>;
  /** Aborted when the worker stops or the job ran out of time. */
  readonly signal: AbortSignal;
}

/**
 * Serves a queue with up to `concurrency` jobs at once in this process. What a handler throws is reported whole to
 * `onFailure` and reduced to its fault before pg-boss stores it.
 */
export async function workQueue<Name extends QueueName>(
  boss: PgBoss,
  queue: Name,
  options: { concurrency: number },
  handle: (job: RunningJob<Name>) => Promise<void>,
  onFailure: (queue: Name, jobId: string, error: unknown) => void,
): Promise<void> {
  await boss.work<object>(
    queue,
    {
      batchSize: 1,
      localConcurrency: options.concurrency,
      pollingIntervalSeconds: 1,
      // Retries and delayed jobs are not notified; they wait for this poll.
      notifyPollingIntervalSeconds: 1,
      heartbeatRefreshSeconds: 5,
    },
    async (jobs) => {
      for (const job of jobs) {
        try {
          const payload = QUEUES[queue].payload.parse(job.data) as JobPayload<Name>;
          await handle({ jobId: job.id, payload, signal: job.signal });
        } catch (error) {
          onFailure(queue, job.id, error);
          throw reduceToFault(faultOf(error));
        }
      }
    },
  );
}

/** An error without message, stack or cause of the original: job rows hold a fault and nothing else. */
function reduceToFault(fault: Fault): Error {
  const reduced = new Error(fault);
  reduced.stack = '';
  return reduced;
}

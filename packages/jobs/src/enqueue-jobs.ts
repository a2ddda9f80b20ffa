import type { SqlRunner } from '@highwater/domain';
import type { EnqueueOptions } from './enqueue-job.ts';
import type { JobPayload, QueueName } from './queues.ts';

/** Adds many jobs of one queue inside the caller's transaction, under the same rules as EnqueueJob. */
export type EnqueueJobs = <Name extends QueueName>(
  tx: SqlRunner,
  queue: Name,
  payloads: readonly JobPayload<Name>[],
  options?: EnqueueOptions,
) => Promise<void>;

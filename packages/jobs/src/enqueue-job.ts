import type { SqlRunner } from '@highwater/domain';
import type { JobPayload, QueueName } from './queues.ts';

/**
 * Adds a job inside the caller's transaction: it exists when that commits and never otherwise.
 * A job that its queue's policy already holds is not added twice. `startAt` is real (not domain) time.
 */
export type EnqueueJob = <Name extends QueueName>(
  tx: SqlRunner,
  queue: Name,
  payload: JobPayload<Name>,
  options?: { startAt?: Date },
) => Promise<void>;

import type { SqlRunner } from '@highwater/domain';
import type { JobPayload, QueueName } from './queues.ts';

export interface EnqueueOptions {
  /** Jobs with a higher number are taken first, equal ones in their order; 0 unless given. */
  readonly priority?: number;
}

/**
 * For what comes in masses: a page out of a backlog, a page opened again. A page with the few messages of the last seconds
 * goes before them, whosever they are, so that nobody's backlog keeps anybody's new message waiting.
 */
export const BULK_PRIORITY = -1;

/**
 * Adds a job inside the caller's transaction: it exists when that commits and never otherwise.
 * A job that its queue's policy already holds is not added twice. `startAt` is real (not domain) time.
 */
export type EnqueueJob = <Name extends QueueName>(
  tx: SqlRunner,
  queue: Name,
  payload: JobPayload<Name>,
  options?: EnqueueOptions & { startAt?: Date },
) => Promise<void>;

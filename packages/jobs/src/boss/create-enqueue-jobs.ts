import type { SqlRunner } from '@highwater/domain';
import type { PgBoss } from 'pg-boss';
import type { EnqueueOptions } from '../enqueue-job.ts';
import type { EnqueueJobs } from '../enqueue-jobs.ts';
import { QUEUES, type JobPayload, type QueueName } from '../queues.ts';

/** `createEnqueueJob` for many jobs of one queue in one statement. */
export function createEnqueueJobs(boss: PgBoss): EnqueueJobs {
  return async <Name extends QueueName>(
    tx: SqlRunner,
    queue: Name,
    payloads: readonly JobPayload<Name>[],
    { priority = 0 }: EnqueueOptions = {},
  ) => {
    if (payloads.length === 0) return;
    const contract = QUEUES[queue];
    const jobs = payloads.map((payload) => {
      const data = contract.payload.parse(payload);
      return { data, priority, singletonKey: (contract.key as (payload: object) => string)(data) };
    });
    await boss.insert(queue, jobs, { db: { executeSql: (text, values) => tx.query(text, values ?? []) } });
  };
}

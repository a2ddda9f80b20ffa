import type { SqlRunner } from '@highwater/domain';
import type { PgBoss, SendOptions } from 'pg-boss';
import type { EnqueueJob, EnqueueOptions } from '../enqueue-job.ts';
import { QUEUES, type JobPayload, type QueueName } from '../queues.ts';

export function createEnqueueJob(boss: PgBoss): EnqueueJob {
  return async <Name extends QueueName>(
    tx: SqlRunner,
    queue: Name,
    payload: JobPayload<Name>,
    options: EnqueueOptions & { startAt?: Date } = {},
  ) => {
    const contract = QUEUES[queue];
    const data = contract.payload.parse(payload);
    const key = (contract.key as (payload: object) => string)(data);
    await boss.send(queue, data, {
      db: throughTransaction(tx),
      singletonKey: key,
      priority: options.priority ?? 0,
      ...(options.startAt ? { startAfter: options.startAt } : {}),
    });
  };
}

function throughTransaction(tx: SqlRunner): NonNullable<SendOptions['db']> {
  return { executeSql: (text, values) => tx.query(text, values ?? []) };
}

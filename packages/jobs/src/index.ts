export { QUEUES, QUEUE_NAMES, type JobPayload, type QueueName } from './queues.ts';
export { BULK_PRIORITY } from './enqueue-job.ts';
export type { EnqueueJob, EnqueueOptions } from './enqueue-job.ts';
export type { EnqueueJobs } from './enqueue-jobs.ts';

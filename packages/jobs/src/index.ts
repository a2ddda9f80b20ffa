export { QUEUES, QUEUE_NAMES, type JobPayload, type QueueName } from './queues.ts';
export type { EnqueueJob } from './enqueue-job.ts';
export type { EnqueueJobs } from './enqueue-jobs.ts';

export { createBoss, type BossSettings } from './create-boss.ts';
export { installQueues } from './install-queues.ts';
export { createEnqueueJob } from './create-enqueue-job.ts';
export { createEnqueueJobs } from './create-enqueue-jobs.ts';
export { workQueue } from './work-queue.ts';
export type { PgBoss } from 'pg-boss';

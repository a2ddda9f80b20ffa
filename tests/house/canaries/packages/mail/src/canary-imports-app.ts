// Planted: nobody imports an app; only storage touches S3; mail's own library is its own; cycles; a lost import.
export type { Canary } from '../../../apps/api/src/canary.ts';
export { S3Client } from '@aws-sdk/client-s3';
export { lost } from './canary-that-is-not-there.ts';
export { cycle } from './canary-cycle.ts';
export const back = 1;

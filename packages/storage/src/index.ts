export { createLocalStore } from './local-store.ts';
export type { LocalStoreOptions } from './local-store.ts';
export { createS3Client } from './s3-client.ts';
export type { S3Connection } from './s3-client.ts';
export { createS3Store } from './s3-store.ts';
export type { S3StoreOptions } from './s3-store.ts';
export { removeLeftovers } from './remove-leftovers.ts';
export { createObjectStore, type ObjectsPlace } from './create-object-store.ts';

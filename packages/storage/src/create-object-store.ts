import type { ObjectStore } from '@highwater/domain';
import { createLocalStore } from './local-store.ts';
import { createS3Client } from './s3-client.ts';
import { createS3Store, type S3StoreOptions } from './s3-store.ts';

/** Where objects are kept: a folder of this machine, or a bucket of any S3. */
export type ObjectsPlace =
  | { readonly kind: 'disk'; readonly folder: string }
  | ({
      readonly kind: 's3';
      readonly bucket: string;
      readonly encryption?: S3StoreOptions['encryption'] | undefined;
    } & Parameters<typeof createS3Client>[0]);

export function createObjectStore(place: ObjectsPlace): ObjectStore {
  if (place.kind === 'disk') return createLocalStore(place.folder);
  const { bucket, encryption } = place;
  return createS3Store({ client: createS3Client(place), bucket, ...(encryption === undefined ? {} : { encryption }) });
}

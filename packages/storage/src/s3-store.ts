import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { PutObjectCommandInput, S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { FaultError } from '@highwater/domain';
import type { ObjectStore } from '@highwater/domain';
import { checkNamePrefix, checkObjectName, checkRange } from './object-name.ts';
import { watchSource } from './watched-source.ts';

export interface S3StoreOptions {
  readonly client: S3Client;
  readonly bucket: string;
  /** Before every name, e.g. "highwater/"; empty unless told. */
  readonly prefix?: string;
  /** Asks the service to encrypt at rest, on top of our own sealing. */
  readonly encryption?: { readonly kind: 'AES256' } | { readonly kind: 'aws:kms'; readonly keyId: string };
  /** Names per answer of `list`; 1,000 unless told, which is the most. */
  readonly pageSize?: number;
}

/** Three parts in flight hold 24 MiB; S3 takes 10,000 parts, so an object may have 78 GiB. */
const PART_BYTES = 8 * 1024 * 1024;
const PARTS_IN_FLIGHT = 3;

/**
 * Objects in one bucket of S3 or of a service that speaks its protocol. Large objects go in parts; a failed write leaves
 * no parts behind. Faults: `object.missing`, `storage.unavailable`; errors of the bytes given to `put` are thrown as they are.
 */
export function createS3Store({ client, bucket, prefix = '', encryption, pageSize }: S3StoreOptions): ObjectStore {
  const target = (name: string) => {
    checkObjectName(name);
    return { Bucket: bucket, Key: `${prefix}${name}` };
  };

  return {
    async put(name, bytes) {
      const params = { ...target(name), ContentType: 'application/octet-stream', ...encryptionParams(encryption) };
      const source = watchSource(bytes);
      const body = Readable.from(source, { objectMode: true, highWaterMark: 1 });
      try {
        const upload = new Upload({
          client,
          params: { ...params, Body: body },
          partSize: PART_BYTES,
          queueSize: PARTS_IN_FLIGHT,
          leavePartsOnError: false,
        });
        await upload.done();
        return { size: source.size };
      } catch (error) {
        throw source.failure === undefined ? storageFault(error) : source.failure.error;
      } finally {
        body.destroy();
      }
    },

    async get(name, range) {
      const wanted = target(name);
      checkRange(range);
      try {
        const { Body } = await client.send(
          new GetObjectCommand({
            ...wanted,
            ...(range === undefined ? {} : { Range: `bytes=${range.start}-${range.end}` }),
          }),
        );
        if (!(Body instanceof Readable)) throw new TypeError('The answer has no body.');
        return readBody(Body);
      } catch (error) {
        // Reading behind the end gives nothing, as with files.
        if (range !== undefined && httpStatus(error) === 416) return readBody(Readable.from([]));
        throw storageFault(error);
      }
    },

    async size(name) {
      try {
        const { ContentLength } = await client.send(new HeadObjectCommand(target(name)));
        return ContentLength ?? 0;
      } catch (error) {
        if (error instanceof RangeError) throw error;
        const fault = storageFault(error);
        if (fault.fault === 'object.missing') return undefined;
        throw fault;
      }
    },

    async delete(name) {
      const wanted = target(name);
      await client.send(new DeleteObjectCommand(wanted)).catch((error: unknown) => {
        const fault = storageFault(error);
        if (fault.fault !== 'object.missing') throw fault;
      });
    },

    async *list(begin) {
      checkNamePrefix(begin);
      const asked = {
        Bucket: bucket,
        Prefix: `${prefix}${begin}`,
        ...(pageSize === undefined ? {} : { MaxKeys: pageSize }),
      };
      try {
        for await (const { Contents = [] } of paginateListObjectsV2({ client }, asked)) {
          for (const { Key } of Contents) if (Key !== undefined) yield Key.slice(prefix.length);
        }
      } catch (error) {
        throw storageFault(error);
      }
    },
  };
}

function encryptionParams(encryption: S3StoreOptions['encryption']): Partial<PutObjectCommandInput> {
  if (encryption === undefined) return {};
  if (encryption.kind === 'AES256') return { ServerSideEncryption: 'AES256' };
  return { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: encryption.keyId };
}

async function* readBody(body: Readable): AsyncGenerator<Uint8Array> {
  try {
    for await (const block of body) if (block instanceof Uint8Array) yield block;
  } catch (error) {
    throw storageFault(error);
  } finally {
    body.destroy();
  }
}

function httpStatus(error: unknown): number | undefined {
  return error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
}

/** A missing bucket answers 404 as well, but is not a missing object: nothing may be taken for absent because of it. */
function storageFault(error: unknown): FaultError {
  const missing = httpStatus(error) === 404 && error instanceof Error && error.name !== 'NoSuchBucket';
  return new FaultError(missing ? 'object.missing' : 'storage.unavailable', { cause: error });
}

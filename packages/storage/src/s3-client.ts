import { S3Client } from '@aws-sdk/client-s3';

export interface S3Connection {
  /** Address of an S3-compatible service; AWS itself when absent. */
  readonly endpoint?: string | undefined;
  readonly region: string;
  /** Absent where the machine has a role of its own. */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string } | undefined;
  /** Bucket in the path instead of the host name; what most services on one's own machines need. */
  readonly pathStyle?: boolean;
}

/** Checksums stay at the SDK's default (CRC32 with every write, checked on reading). */
export function createS3Client({ endpoint, region, credentials, pathStyle }: S3Connection): S3Client {
  return new S3Client({
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(credentials === undefined ? {} : { credentials }),
    region,
    forcePathStyle: pathStyle ?? false,
    maxAttempts: 4,
    // A silent connection is given up; a slow one is not.
    requestHandler: { connectionTimeout: 5_000, socketTimeout: 60_000 },
  });
}

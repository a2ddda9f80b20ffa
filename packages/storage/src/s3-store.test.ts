import { startFauxqs } from 'fauxqs';
import type { FauxqsServer } from 'fauxqs';
import { CreateBucketCommand, ListMultipartUploadsCommand } from '@aws-sdk/client-s3';
import type { S3Client } from '@aws-sdk/client-s3';
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createS3Client } from './s3-client.ts';
import { createS3Store } from './s3-store.ts';
import { describeObjectStore, each, readAll } from './testing/describe-object-store.ts';

const BUCKET = 'archive';
let server: FauxqsServer;
const clients: S3Client[] = [];

function connect(port = server.port): S3Client {
  const client = createS3Client({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'test-secret' },
    pathStyle: true,
  });
  clients.push(client);
  return client;
}

interface SentRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
}

/** Notes each request as it leaves, signed. */
function watchRequests(client: S3Client): SentRequest[] {
  const sent: SentRequest[] = [];
  client.middlewareStack.add(
    (next) => async (args) => {
      const { request } = args;
      if (typeof request === 'object' && request !== null && 'headers' in request && 'path' in request) {
        const { method, path, headers } = { method: '', ...request };
        sent.push({ method, path: String(path), headers: { ...(headers as Record<string, string>) } });
      }
      return next(args);
    },
    { step: 'deserialize', priority: 'high' },
  );
  return sent;
}

beforeAll(async () => {
  server = await startFauxqs({ port: 0, logger: false });
  await connect().send(new CreateBucketCommand({ Bucket: BUCKET }));
});
afterAll(async () => {
  for (const client of clients) client.destroy();
  await server.stop();
});

const newStore = () => createS3Store({ client: connect(), bucket: BUCKET, prefix: `${randomUUID()}/`, pageSize: 7 });
describeObjectStore('S3', newStore);

describe('requests to S3', () => {
  it('are signed, carry a checksum, the prefix and the wish for encryption', async () => {
    const client = connect();
    const sent = watchRequests(client);
    const encryption = { kind: 'aws:kms', keyId: 'key-1' } as const;
    const store = createS3Store({ client, bucket: BUCKET, prefix: 'tenant-data/', encryption });
    await store.put('a/b', each([Buffer.from('content')]));
    const put = sent.find(({ method }) => method === 'PUT');
    expect(put?.path).toBe('/archive/tenant-data/a/b');
    expect(put?.headers['authorization']).toMatch(/^AWS4-HMAC-SHA256 Credential=AKIATEST\/\d{8}\/eu-central-1\/s3\//);
    expect(put?.headers['x-amz-server-side-encryption']).toBe('aws:kms');
    expect(put?.headers['x-amz-server-side-encryption-aws-kms-key-id']).toBe('key-1');
    expect(put?.headers['x-amz-checksum-crc32'] ?? put?.headers['x-amz-trailer']).toBeDefined();
  });

  it('of a large object go in parts, each with a checksum, and ask for encryption once', async () => {
    const client = connect();
    const sent = watchRequests(client);
    const store = createS3Store({ client, bucket: BUCKET, encryption: { kind: 'AES256' } });
    const block = randomBytes(1024 * 1024);
    await store.put('parts', each(Array.from({ length: 20 }, () => block)));
    const begin = sent.find(({ method, headers }) => method === 'POST' && headers['x-amz-server-side-encryption']);
    expect(begin?.headers['x-amz-server-side-encryption']).toBe('AES256');
    const parts = sent.filter(({ method }) => method === 'PUT');
    expect(parts).toHaveLength(3);
    for (const { headers } of parts) {
      expect(headers['x-amz-checksum-crc32'] ?? headers['x-amz-trailer']).toBeDefined();
    }
  });

  it('leave no parts behind when the bytes end in an error', async () => {
    const client = connect();
    const store = createS3Store({ client, bucket: BUCKET });
    const broken = async function* () {
      for (let at = 0; at < 40; at += 1) yield randomBytes(1024 * 1024);
      throw new Error('the sender broke off');
    };
    await expect(store.put('broken', broken())).rejects.toThrow('the sender broke off');
    const { Uploads } = await client.send(new ListMultipartUploadsCommand({ Bucket: BUCKET }));
    expect(Uploads ?? []).toEqual([]);
  });

  it('name the bucket in the path or in the host, as told', async () => {
    const hosts: string[] = [];
    for (const pathStyle of [true, false]) {
      const client = createS3Client({
        endpoint: 'https://s3.example.com',
        region: 'cn-north-1',
        credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'test-secret' },
        pathStyle,
      });
      clients.push(client);
      client.middlewareStack.add(
        () =>
          async ({ request }) => {
            const { hostname, path } = { hostname: '', path: '', ...(request as object) };
            hosts.push(`${hostname}${path}`);
            throw new Error('not sent');
          },
        { step: 'deserialize', priority: 'high' },
      );
      await createS3Store({ client, bucket: BUCKET })
        .size('a')
        .catch(() => undefined);
    }
    expect(new Set(hosts)).toEqual(new Set(['s3.example.com/archive/a', 'archive.s3.example.com/a']));
  });

  it('whose bytes are not those of their checksum are refused', async () => {
    const client = connect();
    const store = createS3Store({ client, bucket: BUCKET });
    await store.put('checked', each([Buffer.from('content')]));
    client.middlewareStack.add(
      (next) => async (args) => {
        const answer = await next(args);
        const { response } = answer;
        if (typeof response === 'object' && response !== null && 'headers' in response)
          (response.headers as Record<string, string>)['x-amz-checksum-crc32'] = 'AAAAAA==';
        return answer;
      },
      { step: 'deserialize', priority: 'low' },
    );
    await expect(store.get('checked').then(async (bytes) => readAll(bytes))).rejects.toMatchObject({
      fault: 'storage.unavailable',
    });
  });

  it('list page by page until there are no more', async () => {
    const client = connect();
    const sent = watchRequests(client);
    const store = createS3Store({ client, bucket: BUCKET, prefix: 'paged/', pageSize: 2 });
    for (const name of ['a', 'b', 'c', 'd', 'e']) await store.put(name, each([]));
    const names: string[] = [];
    for await (const name of store.list('')) names.push(name);
    expect(names).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(sent.filter(({ method }) => method === 'GET')).toHaveLength(3);
  });

  it('that no service answers are unavailable, and so is a missing bucket', async () => {
    const nowhere = createS3Store({ client: connect(1), bucket: BUCKET });
    await expect(nowhere.get('a')).rejects.toMatchObject({ fault: 'storage.unavailable' });
    await expect(nowhere.put('a', each([]))).rejects.toMatchObject({ fault: 'storage.unavailable' });
    const noBucket = createS3Store({ client: connect(), bucket: 'not-there' });
    await expect(noBucket.get('a')).rejects.toMatchObject({ fault: 'storage.unavailable' });
  });

  it('give back a connection whose body was not read to the end', async () => {
    const store = newStore();
    await store.put('big', each([randomBytes(8 * 1024 * 1024)]));
    for (let round = 0; round < 60; round += 1) for await (const _block of await store.get('big')) break;
    expect(await readAll(await store.get('big', { start: 0, end: 9 }))).toHaveLength(10);
  });
});

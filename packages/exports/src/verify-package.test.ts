import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readZip } from './read-zip.ts';
import type { ByteSource } from './read-zip.ts';
import { sourceOf, unpack } from './testing/read-package.ts';
import {
  conversation,
  each,
  fileBody,
  packInMemory,
  sampleMessage,
  storedFile,
  text,
} from './testing/sample-package.ts';
import { verifyPackage } from './verify-package.ts';

const picture = Buffer.from('picture');
const sha256 = createHash('sha256').update(picture).digest('hex');

async function samplePackage(): Promise<Map<string, Buffer>> {
  const messages = [
    sampleMessage(text('一')),
    sampleMessage(fileBody('a.png'), { media: [storedFile('m1', sha256, 'a.png')] }),
  ];
  const { zip } = await packInMemory({
    conversations: each([conversation('甲', messages)]),
    openMedia: () => each([picture]),
  });
  return unpack(zip);
}

async function* entriesOf(files: ReadonlyMap<string, Buffer>) {
  for (const [name, bytes] of files) yield { name, bytes: each([bytes]) };
}

const find = (files: ReadonlyMap<string, Buffer>, start: string) =>
  [...files.keys()].find((path) => path.startsWith(start)) ?? '';

describe('verifyPackage', () => {
  it('accepts an untouched package in any order', async () => {
    const files = await samplePackage();
    expect(await verifyPackage(entriesOf(new Map([...files].reverse())))).toMatchObject({ holds: true, messages: 2 });
  });

  it('notices a changed byte', async () => {
    const files = await samplePackage();
    const path = find(files, 'messages/');
    const bytes = Buffer.from(files.get(path) ?? '');
    bytes.write('二', bytes.indexOf('一'));
    const { problems } = await verifyPackage(entriesOf(files.set(path, bytes)));
    expect(problems).toEqual([
      { problem: 'file.hash_differs', where: path },
      { problem: 'sums.differ', where: path },
    ]);
  });

  it('notices a removed line although every hash is made to fit', async () => {
    const files = await samplePackage();
    const path = find(files, 'messages/');
    const old = files.get(path) ?? Buffer.alloc(0);
    const shorter = old.subarray(0, old.indexOf('\n') + 1);
    const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    const manifest = Buffer.from(
      (files.get('manifest.json') ?? '')
        .toString()
        .replace(
          `"bytes":${old.byteLength},"sha256":"${hash(old)}"`,
          `"bytes":${shorter.byteLength},"sha256":"${hash(shorter)}"`,
        ),
    );
    const sums = (files.get('SHA256SUMS') ?? '')
      .toString()
      .replace(hash(old), hash(shorter))
      .replace(hash(files.get('manifest.json') ?? Buffer.alloc(0)), hash(manifest));
    files.set(path, shorter).set('manifest.json', manifest).set('SHA256SUMS', Buffer.from(sums));
    const { problems } = await verifyPackage(entriesOf(files));
    expect(problems).toContainEqual({ problem: 'count.differs', where: 'messages' });
    expect(problems.every(({ problem }) => problem === 'count.differs')).toBe(true);
  });

  it('notices a missing file, a foreign file and a link to nothing', async () => {
    const files = await samplePackage();
    const path = find(files, 'media/');
    files.delete(path);
    files.set('extra.exe', Buffer.from('x'));
    const { problems } = await verifyPackage(entriesOf(files));
    expect(problems).toContainEqual({ problem: 'file.missing', where: path });
    expect(problems).toContainEqual({ problem: 'media.dangling', where: path });
    expect(problems).toContainEqual({ problem: 'file.unlisted', where: 'extra.exe' });
  });

  it('answers when there is no manifest', async () => {
    const { holds, problems } = await verifyPackage(each([]));
    expect(holds).toBe(false);
    expect(problems[0]).toEqual({ problem: 'manifest.unreadable', where: 'manifest.json' });
  });
});

describe('readZip', () => {
  it('reads a package much larger than its blocks, in few requests', async () => {
    const large = randomBytes(6 * 1024 * 1024);
    const hash = createHash('sha256').update(large).digest('hex');
    let opened = 0;
    const { zip } = await packInMemory({
      conversations: each([
        conversation('甲', [sampleMessage(fileBody('a.bin'), { media: [storedFile('m1', hash, 'a.bin')] })]),
      ]),
      openMedia: () => {
        opened += 1;
        return each([large]);
      },
    });
    expect(opened).toBe(2);
    let requests = 0;
    const source = sourceOf(zip);
    const counted: ByteSource = {
      ...source,
      read: (start, end) => {
        requests += 1;
        return source.read(start, end);
      },
    };
    expect(await verifyPackage(readZip(counted))).toMatchObject({ holds: true, mediaFiles: 1 });
    expect(requests).toBeLessThan(12);
  });

  it('calls a cut or changed package damaged', async () => {
    const { zip } = await packInMemory({ conversations: each([conversation('甲', [sampleMessage(text('一'))])]) });
    const changed = Buffer.from(zip);
    changed.fill(0xff, 60, 90);
    for (const damaged of [zip.subarray(0, zip.byteLength - 40), changed, Buffer.alloc(0)]) {
      const verdict = verifyPackage(readZip(sourceOf(damaged)));
      await expect(verdict).rejects.toMatchObject({ fault: 'object.damaged' });
    }
  });

  it('passes errors of the source on', async () => {
    const { zip } = await packInMemory({ conversations: each([]) });
    const source = {
      size: zip.byteLength,
      async *read(): AsyncGenerator<Uint8Array> {
        yield* [];
        throw new Error('connection reset');
      },
    };
    await expect(verifyPackage(readZip(source))).rejects.toThrow('connection reset');
  });
});

import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FaultError } from '@highwater/domain';
import { describe, expect, it } from 'vitest';
import { describeLibrary } from './describe-library.ts';
import { isKnownLibrary, nameLibrary } from './known-libraries.ts';
import { openLibrary } from './open-library.ts';

const MACHINE = { x64: 62, arm64: 183, riscv64: 243 } as const;

function makeElf(machine: keyof typeof MACHINE, kind = 3): Buffer {
  const bytes = Buffer.alloc(200);
  Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]).copy(bytes);
  bytes.writeUInt16LE(kind, 16);
  bytes.writeUInt16LE(MACHINE[machine], 18);
  return bytes;
}

async function place(bytes: Buffer) {
  const folder = await mkdtemp(join(tmpdir(), 'library-test-'));
  const path = join(folder, 'library.so');
  await writeFile(path, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { folder, path, sha256, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}

const HERE = process.arch === 'arm64' ? 'arm64' : 'x64';
const ELSEWHERE = process.arch === 'arm64' ? 'x64' : 'arm64';

async function faultOf(work: Promise<unknown>): Promise<FaultError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof FaultError) return error;
  throw new Error('no FaultError was thrown', { cause: error });
}

describe('describing a library', () => {
  it('gives size, hashes and machine', async () => {
    await using it = await place(makeElf('arm64'));
    expect(await describeLibrary(it.path)).toEqual({
      size: 200,
      md5: createHash('md5').update(makeElf('arm64')).digest('hex'),
      sha256: it.sha256,
      architecture: 'arm64',
      build: undefined,
      isKnown: false,
    });
  });

  it.each([
    ['another machine', makeElf('riscv64')],
    ['a program', makeElf('x64', 2)],
    ['a text', Buffer.from('#!/bin/sh\n'.repeat(30))],
    ['nothing', Buffer.alloc(0)],
  ])('calls %s other', async (_, bytes) => {
    await using it = await place(bytes);
    expect((await describeLibrary(it.path)).architecture).toBe('other');
  });

  it('names the builds that are known, and lets none in by its MD5 alone', () => {
    const sha256 = '445d73e1c05dcf478ad1e27970c840570db7356c18c7d20b032d105f2c7d9ce9';
    const md5 = 'f2db3dd1372c516db6290afbd1b5c698';
    expect(nameLibrary({ md5, sha256: 'x' })).toBe('v3.0 (20250205), x86_64');
    expect(nameLibrary({ md5: 'x', sha256 })).toBe('v1 (2020), x86_64');
    expect(nameLibrary({ md5: 'x', sha256: 'x' })).toBeUndefined();
    expect([isKnownLibrary(sha256), isKnownLibrary(md5), isKnownLibrary('undefined')]).toEqual([true, false, false]);
  });
});

describe('opening a library', () => {
  it('is library.missing where there is no file', async () => {
    await using it = await place(makeElf(HERE));
    await mkdir(join(it.folder, 'folder'));
    for (const path of [join(it.folder, 'nothing.so'), join(it.folder, 'folder')]) {
      expect((await faultOf(openLibrary({ path, pinnedHashes: [] }))).fault).toBe('library.missing');
    }
  });

  it('refuses a hash that nobody allowed, and says which', async () => {
    await using it = await place(makeElf(HERE));
    const error = await faultOf(openLibrary({ path: it.path, pinnedHashes: ['0'.repeat(64)] }));
    expect([error.fault, error.detail]).toEqual(['library.refused', { sha256: it.sha256 }]);
  });

  it('refuses a library of another machine, pinned or not', async () => {
    await using it = await place(makeElf(ELSEWHERE));
    const error = await faultOf(openLibrary({ path: it.path, pinnedHashes: [it.sha256] }));
    expect([error.fault, error.detail]).toEqual(['library.refused', { sha256: it.sha256, architecture: ELSEWHERE }]);
  });

  it('gives the bytes that were hashed, whatever becomes of the file, and leaves no name behind', async () => {
    await using it = await place(makeElf(HERE));
    const copies = join(it.folder, 'copies');
    await mkdir(copies);
    const pin = ` ${it.sha256.toUpperCase()}\n`;
    const file = await openLibrary({ path: it.path, pinnedHashes: [pin], folder: copies });
    try {
      await writeFile(it.path, makeElf(HERE).fill(7, 100));
      expect((await file.readFile()).equals(makeElf(HERE))).toBe(true);
      expect((await file.stat()).mode & 0o777).toBe(0o555);
      expect((await file.stat()).nlink).toBe(0);
      expect(await readdir(copies)).toEqual([]);
    } finally {
      await file.close();
    }
  });
});

import { spawnSync } from 'node:child_process';
import { mkdtemp, open, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLocalStore } from './local-store.ts';
import { describeObjectStore, each, readAll } from './testing/describe-object-store.ts';

let root: string;
let folders = 0;
const newFolder = () => join(root, String(folders++));
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'objects-'));
});
afterAll(() => rm(root, { recursive: true }));

async function listFiles(dir: string): Promise<string[]> {
  const found = await readdir(dir, { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

describeObjectStore('the local disk', () => createLocalStore(newFolder()));

describe('the local store', () => {
  it('leaves nothing half-stored on a full disk', async () => {
    const dir = newFolder();
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    const store = createLocalStore(dir, {
      openNew: async (path) => {
        const file = await open(path, 'wx');
        await file.writeFile('the part that still had room');
        const write = () => Promise.reject(full);
        return { write, sync: () => file.sync(), close: () => file.close() };
      },
    });
    const put = store.put('a', each([Buffer.from('content')]));
    await expect(put).rejects.toMatchObject({ fault: 'storage.unavailable', cause: full });
    expect(await store.size('a')).toBeUndefined();
    expect(await listFiles(dir)).toEqual([]);
  });

  it('says that a folder it cannot use is unavailable, and never that the object is missing', async () => {
    const file = newFolder();
    await writeFile(file, 'not a folder');
    const store = createLocalStore(file);
    await expect(store.put('a', each([]))).rejects.toMatchObject({ fault: 'storage.unavailable' });
    await expect(store.get('a')).rejects.toMatchObject({ fault: 'storage.unavailable' });
  });

  it('removes what killed writes left more than an hour ago, and nothing younger', async () => {
    const dir = newFolder();
    await createLocalStore(dir).put('kept', each([Buffer.from('kept')]));
    const old = join(dir, 'unfinished', 'old');
    const young = join(dir, 'unfinished', 'young');
    await writeFile(old, 'half');
    await writeFile(young, 'half');
    const twoHoursAgo = new Date(Date.now() - 2 * 60 * 60 * 1000);
    await utimes(old, twoHoursAgo, twoHoursAgo);
    const restarted = createLocalStore(dir);
    await restarted.put('next', each([Buffer.from('x')]));
    await expect(stat(old)).rejects.toMatchObject({ code: 'ENOENT' });
    expect((await stat(young)).size).toBe(4);
    expect(String(await readAll(await restarted.get('kept')))).toBe('kept');
  });

  it('that is killed while it writes leaves nothing that is listed or read', async () => {
    const dir = newFolder();
    await createLocalStore(dir).put('kept', each([Buffer.from('kept')]));
    const program = `
      const { createLocalStore } = await import(${JSON.stringify(join(import.meta.dirname, 'local-store.ts'))});
      await createLocalStore(${JSON.stringify(dir)}).put('killed', (async function* () {
        yield Buffer.alloc(1024 * 1024);
        process.kill(process.pid, 'SIGKILL');
        await new Promise((resolve) => setTimeout(resolve, 60_000));
      })());`;
    const { signal } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], { timeout: 30_000 });
    expect(signal).toBe('SIGKILL');
    const store = createLocalStore(dir);
    expect(await store.size('killed')).toBeUndefined();
    const names: string[] = [];
    for await (const name of store.list('')) names.push(name);
    expect(names).toEqual(['kept']);
    expect(await readdir(join(dir, 'unfinished'))).toHaveLength(1);
  });

  it('keeps files readable by its own user only', async () => {
    const dir = newFolder();
    await createLocalStore(dir).put('a', each([Buffer.from('x')]));
    const [entry] = (await readdir(dir, { recursive: true, withFileTypes: true })).filter((found) => found.isFile());
    expect((await stat(join(entry?.parentPath ?? '', entry?.name ?? ''))).mode & 0o777).toBe(0o600);
  });
});

import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

export interface LocalPaths {
  /** Where writes begin; on the same file system, so that rename is atomic. */
  readonly unfinished: string;
  /** Folder and file of an object: two levels of 256 folders keep each folder small at a hundred million objects. */
  place(name: string): { readonly folder: string; readonly file: string };
  /** Of all objects, folder by folder; none where there is no folder yet. */
  names(): AsyncIterable<string>;
}

export function localPaths(dir: string): LocalPaths {
  return {
    unfinished: join(dir, 'unfinished'),
    place(name) {
      // By hash, so that names that differ only in letter case never share a folder by habit of their writer.
      const hash = createHash('sha256').update(name).digest('hex');
      const folder = join(dir, 'objects', hash.slice(0, 2), hash.slice(2, 4));
      // A dot cannot stand in a name, so it can stand for the slash.
      return { folder, file: join(folder, name.replaceAll('/', '.')) };
    },
    async *names() {
      const root = join(dir, 'objects');
      for (const first of await readFolder(root)) {
        for (const second of await readFolder(join(root, first))) {
          for (const file of await readFolder(join(root, first, second))) yield file.replaceAll('.', '/');
        }
      }
    },
  };
}

async function readFolder(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
}

import { randomUUID } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FaultError } from '@highwater/domain';
import type { ObjectStore } from '@highwater/domain';
import { localPaths } from './local-paths.ts';
import { checkNamePrefix, checkObjectName, checkRange } from './object-name.ts';
import { LEFTOVER_AGE_MS, removeLeftovers } from './remove-leftovers.ts';
import { watchSource } from './watched-source.ts';
import { makeFolder, syncFolder, writeAll } from './write-durably.ts';
import type { WritableFile } from './write-durably.ts';

export interface LocalStoreOptions {
  /** Opens a new file for writing; `open` of node:fs/promises unless told. */
  readonly openNew?: (path: string) => Promise<WritableFile>;
}

/**
 * Objects as files below `dir`, which is made when missing. An object appears whole or not at all, also after a power
 * cut: temporary name, fsync, rename, fsync of the folder. Faults: `object.missing`, `storage.unavailable` (full or
 * unusable disk, with its error as cause); errors of the bytes given to `put` are thrown as they are.
 */
export function createLocalStore(dir: string, options: LocalStoreOptions = {}): ObjectStore {
  const paths = localPaths(dir);
  const openNew = options.openNew ?? ((path: string) => open(path, 'wx', 0o600));
  let cleanedAt = Number.NEGATIVE_INFINITY;

  const clean = async () => {
    const now = Date.now();
    if (now - cleanedAt < LEFTOVER_AGE_MS) return;
    cleanedAt = now;
    await removeLeftovers(paths.unfinished, now);
  };

  return {
    async put(name, bytes) {
      checkObjectName(name);
      const source = watchSource(bytes);
      const { folder, file } = paths.place(name);
      const unfinished = join(paths.unfinished, randomUUID());
      try {
        await makeFolder(paths.unfinished);
        await clean();
        const handle = await openNew(unfinished);
        try {
          await writeAll(handle, source);
        } finally {
          await handle.close();
        }
        await makeFolder(folder);
        await rename(unfinished, file);
        await syncFolder(folder);
        return { size: source.size };
      } catch (error) {
        await rm(unfinished, { force: true }).catch(() => undefined);
        throw source.failure === undefined ? storageFault(error) : source.failure.error;
      }
    },

    async get(name, range) {
      checkObjectName(name);
      checkRange(range);
      const { file } = paths.place(name);
      await stat(file).catch((error: unknown) => {
        throw storageFault(error);
      });
      return readFile(file, range);
    },

    async size(name) {
      checkObjectName(name);
      try {
        return (await stat(paths.place(name).file)).size;
      } catch (error) {
        const fault = storageFault(error);
        if (fault.fault === 'object.missing') return undefined;
        throw fault;
      }
    },

    async delete(name) {
      checkObjectName(name);
      await rm(paths.place(name).file, { force: true }).catch((error: unknown) => {
        throw storageFault(error);
      });
    },

    async *list(prefix) {
      checkNamePrefix(prefix);
      try {
        for await (const name of paths.names()) if (name.startsWith(prefix)) yield name;
      } catch (error) {
        throw storageFault(error);
      }
    },
  };
}

/** Opens when the first byte is asked for, so that a stream nobody reads holds no file open. */
async function* readFile(file: string, range: { start: number; end: number } | undefined): AsyncGenerator<Uint8Array> {
  try {
    const handle = await open(file, 'r');
    const stream = handle.createReadStream({ ...range, highWaterMark: 256 * 1024 });
    for await (const block of stream) if (block instanceof Uint8Array) yield block;
  } catch (error) {
    throw storageFault(error);
  }
}

function storageFault(error: unknown): FaultError {
  const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  return new FaultError(missing ? 'object.missing' : 'storage.unavailable', { cause: error });
}

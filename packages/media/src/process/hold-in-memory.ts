import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, unlink, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

/** Files here are memory; plaintexts never touch a disk for a copy. */
const MEMORY_FOLDER = '/dev/shm';

export function canHoldInMemory(): boolean {
  return existsSync(MEMORY_FOLDER);
}

/**
 * The first `most` bytes of a stream as a file without a name, for programs that must go back and forth in it. It is
 * gone with its handle, which the caller closes. Rejects as `bytes` does, and with the signal's reason.
 */
export async function holdInMemory(
  bytes: AsyncIterable<Uint8Array>,
  most: number,
  signal: AbortSignal | undefined,
): Promise<FileHandle> {
  const path = join(MEMORY_FOLDER, `highwater-${randomUUID()}`);
  const handle = await open(path, 'wx+', 0o600);
  try {
    await unlink(path);
    // It has no name any more: only who is given the descriptor can open it, and that may be another user.
    await handle.chmod(0o444);
    let left = most;
    for await (const chunk of bytes) {
      signal?.throwIfAborted();
      const part = chunk.subarray(0, left);
      await handle.appendFile(part);
      left -= part.byteLength;
      if (left === 0) break;
    }
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

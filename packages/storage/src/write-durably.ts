import { mkdir, open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What a write needs of an open file; the tests give one whose disk is full. */
export type WritableFile = Pick<FileHandle, 'write' | 'sync' | 'close'>;

/** Writes all bytes and waits until they are on the disk. */
export async function writeAll(file: WritableFile, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const block of bytes) {
    for (let at = 0; at < block.byteLength;) {
      const { bytesWritten } = await file.write(block, at, block.byteLength - at);
      at += bytesWritten;
    }
  }
  await file.sync();
}

/** A rename or a new folder is only safe from a power cut once the folder that names it is on the disk. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a folder with its parents, each new one safe from a power cut. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

import { readZip } from '../read-zip.ts';
import type { ByteSource } from '../read-zip.ts';

export function sourceOf(zip: Uint8Array): ByteSource {
  return {
    size: zip.byteLength,
    async *read(start, end) {
      yield zip.subarray(start, end);
    },
  };
}

/** All files of a package by path. */
export async function unpack(zip: Uint8Array): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for await (const entry of readZip(sourceOf(zip))) {
    const blocks: Uint8Array[] = [];
    for await (const block of entry.bytes) blocks.push(block);
    files.set(entry.name, Buffer.concat(blocks));
  }
  return files;
}

export function fileText(files: ReadonlyMap<string, Buffer>, path: string): string {
  const file = files.get(path);
  if (file === undefined) throw new Error(`No ${path} among ${[...files.keys()].join(', ')}`);
  return file.toString('utf8');
}

import { readZip } from '@highwater/exports';

/** A ZIP's names and unpacked contents in one piece: compressed bytes would hide what is in them. */
export async function unpackAll(zip: Buffer): Promise<Buffer> {
  const source = {
    size: zip.byteLength,
    async *read(start: number, end: number) {
      yield zip.subarray(start, end);
    },
  };
  const pieces: Uint8Array[] = [];
  for await (const entry of readZip(source)) {
    pieces.push(Buffer.from(`\n${entry.name}\n`, 'utf8'));
    for await (const block of entry.bytes) pieces.push(block);
  }
  return Buffer.concat(pieces);
}

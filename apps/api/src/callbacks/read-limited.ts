/** WeCom's events have less than 2 KiB. */
export const LARGEST_EVENT = 64 * 1024;

/** The body as far as `limit` bytes; undefined when there is more: the rest is not read. */
export async function readLimited(body: ReadableStream<Uint8Array> | null, limit: number): Promise<Buffer | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body ?? []) {
    size += part.byteLength;
    if (size > limit) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

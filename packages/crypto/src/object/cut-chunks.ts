/**
 * Cuts a stream into pieces of exactly `size` bytes; the last is shorter or full, and empty only for an empty stream.
 * A piece is given out when it is known whether another follows. Holds at most two pieces plus one source chunk.
 */
export async function* cutChunks(
  source: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<{ bytes: Uint8Array; isLast: boolean }> {
  let piece = new Uint8Array(size);
  let filled = 0;
  for await (const bytes of source) {
    let at = 0;
    while (at < bytes.length) {
      if (filled === size) {
        yield { bytes: piece, isLast: false };
        piece = new Uint8Array(size);
        filled = 0;
      }
      const taken = Math.min(size - filled, bytes.length - at);
      piece.set(bytes.subarray(at, at + taken), filled);
      filled += taken;
      at += taken;
    }
  }
  yield { bytes: piece.subarray(0, filled), isLast: true };
}

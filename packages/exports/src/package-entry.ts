/** A file of the package: its path inside and its bytes, read once and to the end before the next one. */
export interface PackageEntry {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Content that hardly gets smaller (pictures, voice): the fastest compression is used. */
  readonly packed?: boolean;
}

/** Joins pieces of text to blocks of about 64 KiB of UTF-8. */
export async function* encodeText(pieces: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Uint8Array> {
  let waiting: string[] = [];
  let length = 0;
  for await (const piece of pieces) {
    waiting.push(piece);
    length += piece.length;
    if (length < 65_536) continue;
    yield Buffer.from(waiting.join(''), 'utf8');
    waiting = [];
    length = 0;
  }
  if (length > 0) yield Buffer.from(waiting.join(''), 'utf8');
}

export function textEntry(name: string, pieces: AsyncIterable<string> | Iterable<string>): PackageEntry {
  return { name, bytes: encodeText(pieces) };
}

import { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { FaultError } from '@highwater/domain';
import type { PackageEntry } from './package-entry.ts';

/** A finished package wherever it lies. `end` is exclusive. */
export interface ByteSource {
  readonly size: number;
  read(start: number, end: number): AsyncIterable<Uint8Array>;
}

/** A ZIP's headers are read in pieces of a few bytes; blocks of this size, some of them kept, make few requests of them. */
const BLOCK_BYTES = 256 * 1024;
const KEPT_BLOCKS = 4;

/**
 * The entries of a ZIP in the order of its central directory, as a stranger's program would find them.
 * Each is read once, before the next is asked for. Throws `object.damaged` when it is no sound ZIP, and the errors of
 * `source.read` as they are.
 */
export async function* readZip(source: ByteSource): AsyncGenerator<PackageEntry> {
  const reader = new SourceReader(source);
  try {
    const zip = await yauzl.fromRandomAccessReaderPromise(reader, source.size, {
      autoClose: false,
      lazyEntries: true,
      strictFileNames: true,
      validateEntrySizes: true,
    });
    for await (const entry of zip.eachEntry()) {
      const content = await zip.openReadStreamPromise(entry);
      try {
        yield { name: entry.fileName, bytes: entryBytes(reader, content) };
      } finally {
        content.destroy();
      }
    }
  } catch (error) {
    throw reader.faultOf(error);
  }
}

async function* entryBytes(reader: SourceReader, content: Readable): AsyncGenerator<Uint8Array> {
  try {
    for await (const block of content) if (block instanceof Uint8Array) yield block;
  } catch (error) {
    throw reader.faultOf(error);
  }
}

class SourceReader extends yauzl.RandomAccessReader {
  readonly #source: ByteSource;
  readonly #kept = new Map<number, Promise<Uint8Array>>();
  #failure: { readonly error: unknown } | undefined;

  constructor(source: ByteSource) {
    super();
    this.#source = source;
  }

  /** What went wrong: the source (its own error, may heal) or the ZIP (damaged, does not). */
  faultOf(error: unknown): unknown {
    if (this.#failure !== undefined) return this.#failure.error;
    return error instanceof FaultError ? error : new FaultError('object.damaged', { cause: error });
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#range(start, end), { objectMode: false });
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    this.#fill(buffer, offset, length, position).then(
      () => callback(null),
      (error: unknown) => callback(error instanceof Error ? error : new Error('Reading failed.')),
    );
  }

  async #fill(buffer: Buffer, offset: number, length: number, position: number): Promise<void> {
    let at = offset;
    for await (const piece of this.#blocks(position, position + length)) {
      buffer.set(piece, at);
      at += piece.byteLength;
    }
    if (at - offset < length) throw new Error('Unexpected end of the package.');
  }

  /** Short ranges come from kept blocks, long ones straight from the source. */
  #range(start: number, end: number): AsyncIterable<Uint8Array> {
    return end - start <= BLOCK_BYTES ? this.#blocks(start, end) : this.#read(start, end);
  }

  async *#blocks(start: number, end: number): AsyncGenerator<Uint8Array> {
    for (let at = start; at < end;) {
      const index = Math.floor(at / BLOCK_BYTES);
      const from = at - index * BLOCK_BYTES;
      const piece = (await this.#block(index)).subarray(from, from + end - at);
      if (piece.byteLength === 0) return;
      yield piece;
      at += piece.byteLength;
    }
  }

  #block(index: number): Promise<Uint8Array> {
    const block = this.#kept.get(index) ?? this.#readBlock(index);
    this.#kept.delete(index);
    this.#kept.set(index, block);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= KEPT_BLOCKS) break;
      this.#kept.delete(oldest);
    }
    return block;
  }

  async *#read(start: number, end: number): AsyncGenerator<Uint8Array> {
    try {
      yield* this.#source.read(start, end);
    } catch (error) {
      this.#failure = { error };
      throw error;
    }
  }

  async #readBlock(index: number): Promise<Uint8Array> {
    const start = index * BLOCK_BYTES;
    const pieces: Uint8Array[] = [];
    for await (const piece of this.#read(start, Math.min(start + BLOCK_BYTES, this.#source.size))) {
      pieces.push(piece);
    }
    return Buffer.concat(pieces);
  }
}

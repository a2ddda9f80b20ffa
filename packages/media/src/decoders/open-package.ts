import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { DecodeFault } from './decode-fault.ts';

const MOST_ENTRIES = 10_000;
/** Of all parts that are read together, unpacked. */
const MOST_UNPACKED_BYTES = 160 * 1024 * 1024;
/** Sheets with many equal cells pack well; only bombs pack so much so well. */
const MOST_RATIO = 200;
const SMALL_BYTES = 16 * 1024 * 1024;

/** The parts of an office file (a ZIP with XML in it). Packages within it are never opened. */
export interface OfficePackage {
  /** Names in the order of the file, each once. */
  readonly names: readonly string[];
  /**
   * A part's bytes as they unpack; nothing for a name that is not there. Throws `copy.too_costly` before a bomb is
   * unpacked, whatever it states about itself.
   */
  read(name: string): AsyncIterable<Uint8Array>;
}

/** Throws `copy.too_costly` for too many entries, yauzl's errors for what is no ZIP. */
export async function openPackage(file: Uint8Array): Promise<OfficePackage> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, autoClose: false, validateEntrySizes: true });
  if (zip.entryCount > MOST_ENTRIES) throw new DecodeFault('copy.too_costly');
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) if (!entries.has(entry.fileName)) entries.set(entry.fileName, entry);
  const allowance = { bytes: MOST_UNPACKED_BYTES };
  return {
    names: [...entries.keys()],
    async *read(name) {
      const entry = entries.get(name);
      if (entry !== undefined) yield* unpack(zip, entry, allowance);
    },
  };
}

async function* unpack(zip: ZipFile, entry: Entry, allowance: { bytes: number }): AsyncGenerator<Uint8Array> {
  const { compressedSize, uncompressedSize } = entry;
  const isBomb = uncompressedSize > SMALL_BYTES && uncompressedSize > compressedSize * MOST_RATIO;
  if (isBomb || uncompressedSize > allowance.bytes) throw new DecodeFault('copy.too_costly');
  const content = await zip.openReadStreamPromise(entry);
  try {
    for await (const block of content) {
      if (!(block instanceof Uint8Array)) continue;
      allowance.bytes -= block.byteLength;
      if (allowance.bytes < 0) throw new DecodeFault('copy.too_costly');
      yield block;
    }
  } finally {
    content.destroy();
  }
}

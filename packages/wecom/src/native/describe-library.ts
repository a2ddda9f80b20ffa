import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { FaultError } from '@highwater/domain';
import { isKnownLibrary, nameLibrary } from './known-libraries.ts';

export type LibraryArchitecture = 'x64' | 'arm64' | 'other';

export interface LibraryDescription {
  readonly size: number;
  readonly md5: string;
  readonly sha256: string;
  /** As Node names them; `other` for any other machine and for what is no 64-bit ELF library. */
  readonly architecture: LibraryArchitecture;
  /** The vendor's version where the hash is known. An unknown one is no fault: new builds appear. */
  readonly build: string | undefined;
  /** Loaded without a pin of the operator. */
  readonly isKnown: boolean;
}

const MOST_LIBRARY_BYTES = 256 * 1024 * 1024;
const ELF_64_LITTLE = Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1]);
const SHARED_OBJECT = 3;
const MACHINES: ReadonlyMap<number, LibraryArchitecture> = new Map([
  [62, 'x64'],
  [183, 'arm64'],
]);

/** What the file is, for people and for deciding. Throws `library.missing`, or `library.refused` for one that is too large. */
export async function describeLibrary(path: string): Promise<LibraryDescription> {
  return describeBytes(await readLibrary(path));
}

export function describeBytes(bytes: Buffer): LibraryDescription {
  const md5 = createHash('md5').update(bytes).digest('hex');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    size: bytes.length,
    md5,
    sha256,
    architecture: readArchitecture(bytes),
    build: nameLibrary({ md5, sha256 }),
    isKnown: isKnownLibrary(sha256),
  };
}

/** All bytes, read once through one descriptor. */
export async function readLibrary(path: string): Promise<Buffer> {
  const file = await open(path, 'r').catch((cause: unknown) => {
    throw new FaultError('library.missing', { cause });
  });
  try {
    const found = await file.stat();
    if (!found.isFile()) throw new FaultError('library.missing');
    if (found.size > MOST_LIBRARY_BYTES) throw new FaultError('library.refused', { detail: { size: found.size } });
    return await file.readFile();
  } finally {
    await file.close();
  }
}

function readArchitecture(bytes: Buffer): LibraryArchitecture {
  if (bytes.length < 64 || !bytes.subarray(0, 6).equals(ELF_64_LITTLE)) return 'other';
  if (bytes.readUInt16LE(16) !== SHARED_OBJECT) return 'other';
  return MACHINES.get(bytes.readUInt16LE(18)) ?? 'other';
}

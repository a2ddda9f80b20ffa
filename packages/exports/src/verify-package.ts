import { createHash } from 'node:crypto';
import type { HashedFile } from './hash-entries.ts';
import { createPackageTally } from './package-tally.ts';
import type { PackageEntry } from './package-entry.ts';
import { readManifest } from './read-manifest.ts';
import type { ReadManifest } from './read-manifest.ts';

export type PackageProblem =
  | 'manifest.unreadable'
  | 'sums.differ'
  | 'file.missing'
  | 'file.unlisted'
  | 'file.twice'
  | 'file.size_differs'
  | 'file.hash_differs'
  | 'line.unreadable'
  | 'line.order'
  | 'media.dangling'
  | 'count.differs';

export interface PackageVerdict {
  readonly holds: boolean;
  /** At most 100; `where` is a path in the package or the name of a count. */
  readonly problems: readonly { readonly problem: PackageProblem; readonly where: string }[];
  readonly messages: number;
  readonly mediaFiles: number;
  readonly missing: number;
}

/** More than this many problems teach nothing new. */
const MOST_PROBLEMS = 100;

/**
 * Reads a finished package as a stranger would (entries from `readZip`, or from an unpacked folder), hashes every
 * file, counts messages, kinds, conversations, people, files and absences, follows every link to a file, and compares
 * all of it with the manifest and SHA256SUMS. Streams; order of entries does not matter.
 * Errors of reading are thrown; what is wrong with the package is answered.
 */
export async function verifyPackage(entries: AsyncIterable<PackageEntry>): Promise<PackageVerdict> {
  const problems: { problem: PackageProblem; where: string }[] = [];
  const complain = (problem: PackageProblem, where: string) => {
    if (problems.length < MOST_PROBLEMS) problems.push({ problem, where });
  };
  const found = new Map<string, HashedFile>();
  const kept = new Map<string, string>();
  const tally = createPackageTally(complain);

  for await (const entry of entries) {
    const hash = createHash('sha256');
    let bytes = 0;
    const watched = (async function* () {
      for await (const block of entry.bytes) {
        hash.update(block);
        bytes += block.byteLength;
        yield block;
      }
    })();
    if (entry.name === 'manifest.json' || entry.name === 'SHA256SUMS') kept.set(entry.name, await readText(watched));
    else await tally.read(entry.name, watched);
    for await (const _rest of watched);
    if (found.has(entry.name)) complain('file.twice', entry.name);
    found.set(entry.name, { path: entry.name, bytes, sha256: hash.digest('hex') });
  }

  const manifest = readManifest(kept.get('manifest.json') ?? '');
  if (manifest === undefined) complain('manifest.unreadable', 'manifest.json');
  else compareFiles(manifest, found, complain);
  compareSums(kept.get('SHA256SUMS') ?? '', found, complain);
  const counts = tally.finish(new Set(found.keys()));
  if (manifest !== undefined) {
    for (const [name, counted] of Object.entries(counts.numbers)) {
      if (manifest[name as keyof typeof counts.numbers] !== counted) complain('count.differs', name);
    }
    for (const kind of new Set([...manifest.byKind.keys(), ...counts.byKind.keys()])) {
      if (manifest.byKind.get(kind) !== counts.byKind.get(kind)) complain('count.differs', `byKind.${kind}`);
    }
  }
  const { messages, mediaFiles, missing } = counts.numbers;
  return { holds: problems.length === 0, problems, messages, mediaFiles, missing };
}

type Complain = (problem: PackageProblem, where: string) => void;

function compareFiles(manifest: ReadManifest, found: ReadonlyMap<string, HashedFile>, complain: Complain): void {
  for (const [path, listed] of manifest.files) {
    const file = found.get(path);
    if (file === undefined) complain('file.missing', path);
    else if (file.bytes !== listed.bytes) complain('file.size_differs', path);
    else if (file.sha256 !== listed.sha256) complain('file.hash_differs', path);
  }
  for (const path of found.keys()) {
    if (path !== 'manifest.json' && path !== 'SHA256SUMS' && !manifest.files.has(path)) complain('file.unlisted', path);
  }
}

function compareSums(text: string, found: ReadonlyMap<string, HashedFile>, complain: Complain): void {
  const listed = new Map<string, string>();
  for (const line of text.split('\n')) if (line !== '') listed.set(line.slice(66), line.slice(0, 64));
  for (const [path, sha256] of listed) if (found.get(path)?.sha256 !== sha256) complain('sums.differ', path);
  for (const path of found.keys()) if (path !== 'SHA256SUMS' && !listed.has(path)) complain('sums.differ', path);
}

async function readText(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const blocks: Uint8Array[] = [];
  for await (const block of bytes) blocks.push(block);
  return Buffer.concat(blocks).toString('utf8');
}

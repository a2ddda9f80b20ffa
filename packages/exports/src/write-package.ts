import type { ConversationExport, ExportPerson } from './export-message.ts';
import { hashEntries } from './hash-entries.ts';
import type { HashedFile } from './hash-entries.ts';
import { manifestText, sumLines } from './manifest.ts';
import type { PackageCounts } from './manifest.ts';
import type { OpenMedia } from './media-entries.ts';
import type { PackageAbout } from './package-about.ts';
import { packageContents } from './package-contents.ts';
import { readmeText } from './readme.ts';
import { MESSAGE_SCHEMA } from './message-schema.ts';
import { textEntry } from './package-entry.ts';
import type { PackageEntry } from './package-entry.ts';
import { zipEntries } from './zip-entries.ts';

export interface PackageProgress {
  readonly messages: number;
  /** Different files packed. */
  readonly media: number;
  /** Bytes of the ZIP written so far. */
  readonly bytes: number;
}

export interface PackageSummary extends PackageCounts {
  /** Of the whole ZIP. */
  readonly bytes: number;
  /** Of every file in it but SHA256SUMS, manifest.json last. */
  readonly manifestSha256: string;
}

export interface PackageRequest {
  readonly about: PackageAbout;
  /** In the order of the package; each conversation once, its messages oldest first. */
  readonly conversations: AsyncIterable<ConversationExport>;
  /** Asked for after the last message, so that it can answer with the people met in them. */
  readonly people: AsyncIterable<ExportPerson> | Iterable<ExportPerson>;
  /** Content of a stored file. `object.missing` and `object.damaged` leave it out with a reason; other errors end the package. */
  readonly openMedia: OpenMedia;
  readonly onProgress?: (progress: PackageProgress) => void;
  /** Called once, after the last byte. */
  readonly onComplete?: (summary: PackageSummary) => void;
}

/**
 * The finished package as the bytes of a ZIP, streamed: memory follows the number of files and conversations, never the
 * number of messages or the size of a file. The same request makes the same bytes.
 * Errors of what is read are thrown as they are; the bytes written until then are no package.
 */
export async function* writePackage(request: PackageRequest): AsyncGenerator<Uint8Array> {
  const counts: PackageCounts = {
    messages: 0,
    conversations: 0,
    people: 0,
    mediaFiles: 0,
    mediaBytes: 0,
    mediaUses: 0,
    missing: 0,
    byKind: {},
  };
  const files: HashedFile[] = [];
  let bytes = 0;
  const report = () => request.onProgress?.({ messages: counts.messages, media: counts.mediaFiles, bytes });
  for await (const block of zipEntries(
    packageEntries(request, counts, files, report),
    new Date(request.about.createdAt),
  )) {
    bytes += block.byteLength;
    yield block;
  }
  report();
  const manifestSha256 = files.find((file) => file.path === 'manifest.json')?.sha256 ?? '';
  request.onComplete?.({ ...counts, bytes, manifestSha256 });
}

async function* packageEntries(
  request: PackageRequest,
  counts: PackageCounts,
  files: HashedFile[],
  report: () => void,
): AsyncGenerator<PackageEntry> {
  const { about } = request;
  const note = (file: HashedFile) => {
    files.push(file);
    if (!file.path.startsWith('media/')) return;
    counts.mediaFiles += 1;
    counts.mediaBytes += file.bytes;
    report();
  };
  const documents = async function* (): AsyncGenerator<PackageEntry> {
    yield* packageContents(request, counts, report);
    yield textEntry('schema/message.schema.json', [`${JSON.stringify(MESSAGE_SCHEMA, null, 2)}\n`]);
    yield textEntry('README.zh.txt', [readmeText(about, counts, 'zh-CN')]);
    yield textEntry('README.en.txt', [readmeText(about, counts, 'en')]);
    yield textEntry('manifest.json', manifestText(about, counts, [...files]));
  };
  yield* hashEntries(documents(), note);
  yield textEntry('SHA256SUMS', sumLines(files));
}

import { FaultError, faultOf } from '@highwater/domain';
import { describeLibrary, type LibraryDescription } from '@highwater/wecom/library';
import { failed, notChecked, ok, warning, type Check } from './check.ts';

const GET_IT =
  "Download WeCom's archive library for Linux from the developer documentation (doc 91774), unpack it, and set " +
  'HIGHWATER_FINANCE_LIBRARY to the absolute path of libWeWorkFinanceSdk_C.so.';
const MIB = 1024 * 1024;

/** Whether the library is there, is one that may be loaded, and is for this machine. */
export async function checkLibrary(
  path: string | undefined,
  pinnedHashes: readonly string[],
  architecture: string = process.arch,
): Promise<Check[]> {
  const rest = ['hash', 'architecture'].map((name) => notChecked(name, 'there is no library to look at'));
  if (path === undefined) {
    return [
      warning('library', 'HIGHWATER_FINANCE_LIBRARY is not set, so nothing is pulled from WeCom', GET_IT),
      ...rest,
    ];
  }
  try {
    const library = await describeLibrary(path);
    return [checkSize(library), checkHash(library, pinnedHashes), checkArchitecture(library, architecture)];
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    const found = faultOf(error) === 'library.missing' ? 'the file cannot be read' : 'the file is far too large';
    return [failed('library', found, GET_IT), ...rest];
  }
}

function checkSize({ size }: LibraryDescription): Check {
  const found = `found, ${(size / MIB).toFixed(1)} MiB`;
  // The smallest known build has 5.7 MiB.
  return size >= MIB ? ok('library', found) : warning('library', `${found}: smaller than any known build`, GET_IT);
}

/** The library is loaded only when its SHA-256 is known or pinned; a pinned one that nobody published is a warning. */
export function checkHash(
  { sha256, build, isKnown }: Pick<LibraryDescription, 'sha256' | 'build' | 'isKnown'>,
  pinnedHashes: readonly string[],
): Check {
  const isPinned = pinnedHashes.includes(sha256);
  if (build !== undefined && (isKnown || isPinned)) return ok('hash', `SHA-256 ${sha256}: build ${build}`);
  const pin = `HIGHWATER_FINANCE_LIBRARY_SHA256=${sha256}`;
  if (isPinned) {
    return warning(
      'hash',
      `SHA-256 ${sha256}: pinned by you, and no build that we know`,
      'Compare the hash with the one of a second download. New builds appear, so this need not be wrong.',
    );
  }
  if (build !== undefined) {
    return failed(
      'hash',
      `SHA-256 ${sha256}: by its MD5 it looks like build ${build}, which is not enough to load it`,
      `If the file comes from WeCom, allow it with ${pin}.`,
    );
  }
  return failed(
    'hash',
    `SHA-256 ${sha256}: no build that we know, and not pinned, so it is not loaded`,
    `If the file comes from WeCom, allow it with ${pin}.`,
  );
}

function checkArchitecture(library: LibraryDescription, architecture: string): Check {
  if (library.architecture === architecture) return ok('architecture', `${architecture}, as this machine`);
  return failed(
    'architecture',
    `the library is for ${library.architecture === 'other' ? 'no 64-bit Linux machine that we know' : library.architecture}, this machine is ${architecture}`,
    `Download the library for Linux ${architecture === 'x64' ? 'x86_64' : architecture}.`,
  );
}

import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from './command.ts';
import type { JobKind } from './job-kind.ts';
import { LIMITS } from './limits.ts';

const ENTRY = fileURLToPath(new URL('./decode.ts', import.meta.url));
const PACKAGE = fileURLToPath(new URL('../../', import.meta.url));

/** Packages that a kind of job loads, with theirs. */
const LOADED: Readonly<Record<JobKind, readonly string[]>> = {
  idle: [],
  voice: ['@audio/decode-amr', 'silk-wasm'],
  picture: ['sharp', 'detect-libc', 'semver', '@img'],
  pdf: ['unpdf'],
  docx: ['yauzl', 'pend', 'buffer-crc32', 'saxes', 'xmlchars'],
  xlsx: ['yauzl', 'pend', 'buffer-crc32', 'saxes', 'xmlchars'],
  office: ['yauzl', 'pend', 'buffer-crc32', 'saxes', 'xmlchars'],
  plain: [],
  named: [],
};

/** Node for one decoding job: it may read its own code and what its decoder loads. */
export function decodeCommand(kind: JobKind, size: number): Command {
  const flags = [
    // sharp is an add-on; nothing else is.
    ...(kind === 'picture' ? ['--allow-addons'] : []),
    // The binding of the SILK decoder is made from strings.
    ...(kind === 'voice' ? [] : ['--disallow-code-generation-from-strings']),
  ];
  const readable = [join(PACKAGE, 'src'), join(PACKAGE, 'package.json'), ...LOADED[kind].flatMap(findFolders)];
  return nodeCommand(flags, readable, [ENTRY, kind, String(size)]);
}

/** Node that may read what is named, write nothing and start nothing. */
export function nodeCommand(
  flags: readonly string[],
  readable: readonly string[],
  program: readonly string[],
): Command {
  return {
    program: process.execPath,
    args: [
      '--permission',
      ...readable.map((path) => `--allow-fs-read=${path}`),
      ...flags,
      '--no-warnings',
      '--disable-proto=delete',
      '--v8-pool-size=1',
      `--max-old-space-size=${LIMITS.heapMib}`,
      `--max-semi-space-size=${LIMITS.youngMib}`,
      ...program,
    ],
  };
}

/** Where a package stands, here or above; several when versions differ. */
function findFolders(name: string): readonly string[] {
  const places = createRequire(ENTRY).resolve.paths(name) ?? [];
  return places
    .map((place) => join(place, name))
    .filter(existsSync)
    .flatMap((place) => [...new Set([place, realpathSync(place)])])
    .map((place) => (place.endsWith('/') ? place : `${place}/`));
}

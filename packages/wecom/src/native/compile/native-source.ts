import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One thing that is compiled: all C files of a folder. */
export interface NativeSource {
  readonly folder: string;
  /** Before and after the hash of the sources in the compiled file's name. */
  readonly name: readonly [string, string];
  readonly flags: readonly string[];
}

const NATIVE = fileURLToPath(new URL('../../../native/', import.meta.url));
const BUILD = join(NATIVE, 'build');
const FLAGS = ['-std=c11', '-Wall', '-Wextra', '-Werror', '-O2', '-fstack-protector-strong', '-D_FORTIFY_SOURCE=2'];
const LINKING = ['-Wl,-z,relro,-z,now'];

export const HELPER_SOURCE: NativeSource = {
  folder: join(NATIVE, 'finance-helper'),
  name: ['finance-helper-', ''],
  flags: [...FLAGS, '-fPIE', '-pie', ...LINKING],
};

export const STAND_IN_SOURCE: NativeSource = {
  folder: join(NATIVE, 'stand-in'),
  name: ['libWeWorkFinanceSdk_stand_in-', '.so'],
  flags: [...FLAGS, '-fPIC', '-shared', '-fvisibility=hidden', ...LINKING],
};

/** The .c files, in the order of their names. */
export function listUnits({ folder }: NativeSource): string[] {
  return listFiles(folder, /\.c$/).map((name) => join(folder, name));
}

/** Where the compiled form of exactly these sources, flags and this architecture belongs, whether it is there or not. */
export function compiledPath(source: NativeSource): string {
  const hash = createHash('sha256').update(JSON.stringify([process.arch, source.flags]));
  for (const name of listFiles(source.folder, /\.[ch]$/)) {
    hash.update(`\0${name}\0`).update(readFileSync(join(source.folder, name)));
  }
  const [before, after] = source.name;
  return join(BUILD, `${before}${hash.digest('hex').slice(0, 16)}${after}`);
}

function listFiles(folder: string, pattern: RegExp): string[] {
  return readdirSync(folder)
    .filter((name) => pattern.test(name))
    .toSorted();
}

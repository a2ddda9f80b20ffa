import { existsSync } from 'node:fs';
import { failed, ok, type Check } from './check.ts';

export interface LibcFacts {
  /** Version of glibc; undefined with another C library such as musl. */
  readonly glibc: string | undefined;
  /** Whether libz.so.1, which the library needs, is where the loader looks. */
  readonly hasLibz: boolean;
}

const TRIPLES: Readonly<Record<string, string>> = { x64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu' };

export function readLibcFacts(): LibcFacts {
  const report: unknown = process.report.getReport();
  const header = isRecord(report) && isRecord(report['header']) ? report['header'] : {};
  const glibc = header['glibcVersionRuntime'];
  const folders = ['/lib', '/usr/lib', '/lib64', '/usr/lib64', '/usr/local/lib'];
  const triple = TRIPLES[process.arch] ?? '';
  const places = [...folders, `/lib/${triple}`, `/usr/lib/${triple}`];
  return {
    glibc: typeof glibc === 'string' ? glibc : undefined,
    hasLibz: places.some((folder) => existsSync(`${folder}/libz.so.1`)),
  };
}

/** The vendor's library needs glibc (any of this century) and libz.so.1; with musl it does not load. */
export function checkLibc({ glibc, hasLibz }: LibcFacts): Check {
  if (glibc === undefined) {
    return failed(
      'libc',
      'this system has no glibc (musl, as in Alpine): the library does not load',
      'Run the worker on a system with glibc, such as Debian, Ubuntu or Rocky Linux.',
    );
  }
  if (!hasLibz) {
    return failed(
      'libc',
      `glibc ${glibc}, but libz.so.1 was not found`,
      'Install zlib: "apt-get install zlib1g" on Debian and Ubuntu, "dnf install zlib" on Fedora and its relatives.',
    );
  }
  return ok('libc', `glibc ${glibc}, libz.so.1`);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

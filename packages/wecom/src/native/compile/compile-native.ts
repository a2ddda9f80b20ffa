import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { findCompiler, NoCompiler } from './find-compiler.ts';
import { compiledPath, HELPER_SOURCE, listUnits, type NativeSource, STAND_IN_SOURCE } from './native-source.ts';

const run = promisify(execFile);

export interface CompileOptions {
  /** Commands to try; cc, gcc and clang otherwise. */
  readonly compilers?: readonly string[];
}

/** Compiles the finance helper unless that was done for these sources; gives its path. Throws NoCompiler. */
export function buildHelper(options: CompileOptions = {}): Promise<string> {
  return compileNative(HELPER_SOURCE, options);
}

/** Compiles the stand-in for the vendor's library, for tests; gives its path. Throws NoCompiler. */
export function buildStandIn(options: CompileOptions = {}): Promise<string> {
  return compileNative(STAND_IN_SOURCE, options);
}

/** The helper of these sources if it was built, else undefined. */
export function findHelper(): string | undefined {
  const path = compiledPath(HELPER_SOURCE);
  return existsSync(path) ? path : undefined;
}

/** Two processes may do this at once: each writes a file of its own, and the last rename changes nothing. */
async function compileNative(source: NativeSource, { compilers }: CompileOptions): Promise<string> {
  const path = compiledPath(source);
  if (existsSync(path)) return path;
  const compiler = findCompiler(compilers);
  if (compiler === undefined) throw new NoCompiler();
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.${randomUUID()}`;
  try {
    await run(compiler, [...source.flags, ...listUnits(source), '-o', unfinished, '-ldl']);
    await rename(unfinished, path);
  } finally {
    await rm(unfinished, { force: true });
  }
  return path;
}

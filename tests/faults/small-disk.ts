import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of its own in memory that can be full at a word, without anything having to be written to it. */
export interface SmallDisk {
  readonly folder: string;
  /** From now on nothing more fits. */
  fill(): void;
  /** There is room again. */
  free(): void;
  remove(): void;
}

const ROOMY = '4g';
const PREFIX = 'highwater-small-disk-';

/**
 * Mounts a small disk, for root or for the user `owner`; undefined where mounting is not permitted, as in most
 * containers. `folder` puts it there, else it gets a place of its own.
 */
export function mountSmallDisk(options: {
  readonly folder?: string;
  readonly owner?: { readonly uid: number; readonly gid: number };
}): SmallDisk | undefined {
  if (process.getuid?.() !== 0) return undefined;
  removeLeftovers();
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const { uid, gid } = options.owner ?? { uid: 0, gid: 0 };
  try {
    run('mount', [
      '-t',
      'tmpfs',
      '-o',
      `size=${ROOMY},mode=0700,uid=${uid},gid=${gid}`,
      'highwater-small-disk',
      folder,
    ]);
  } catch {
    return undefined;
  }
  chownSync(folder, uid, gid);
  return {
    folder,
    fill() {
      const { blocks, bfree, bsize } = statfsSync(folder);
      run('mount', ['-o', `remount,size=${(blocks - bfree) * bsize}`, folder]);
    },
    free: () => run('mount', ['-o', `remount,size=${ROOMY}`, folder]),
    remove() {
      run('umount', ['--lazy', folder]);
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What a killed run left mounted. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const [, pid] = new RegExp(`^${PREFIX}(\\d+)-`).exec(name) ?? [];
    if (pid === undefined || existsSync(`/proc/${pid}`)) continue;
    const folder = join(tmpdir(), name);
    if (readFileSync('/proc/mounts', 'utf8').includes(` ${folder} `)) run('umount', ['--lazy', folder]);
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(program: string, args: readonly string[]): void {
  execFileSync(program, args, { stdio: 'ignore' });
}

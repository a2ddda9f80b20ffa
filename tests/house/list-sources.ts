import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from '../../infra/processes/run-command.ts';

const SKIPPED = new Set(['node_modules', 'build', 'dist', 'coverage', 'canaries', '.output']);

/** Every file of ours below apps, packages, infra and tests, as paths from the root; planted violations left out. */
export function listSources(): readonly string[] {
  return ['apps', 'packages', 'infra', 'tests'].flatMap((folder) => walk(join(ROOT, folder)));
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name) || entry.isSymbolicLink()) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : [relative(ROOT, path)];
  });
}

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { StageResult } from './stage.ts';

const names = z.record(z.string(), z.string()).default({});
const lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      dependencies: names,
      optionalDependencies: names,
      /** What the package brings inside its own archive. */
      bundleDependencies: z.union([z.array(z.string()), z.boolean()]).default([]),
      optional: z.boolean().optional(),
      resolved: z.string().optional(),
    }),
  ),
});
const manifest = z.object({ dependencies: names, devDependencies: names, optionalDependencies: names });

/** The ways in which an install passes and the next one fails, checked as one test. */
export function checkLock(root: string): StageResult {
  const problems = [
    ...findLockProblems(readFileSync(join(root, 'package-lock.json'), 'utf8')),
    ...listManifests(root).flatMap((file) => findLoosePins(file.slice(root.length + 1), readFileSync(file, 'utf8'))),
  ];
  return { passed: problems.length === 0 ? 1 : 0, failed: problems.length === 0 ? 0 : 1, output: problems.join('\n') };
}

/**
 * Every name that an entry depends on must have an entry itself. npm writes a lock without the platform packages that a
 * registry lacks, and then refuses that lock (npm/cli#9846); and it may leave out what a package needs when the tree
 * was changed in steps, which only shows as a missing module. Download addresses must not be in the lock.
 */
export function findLockProblems(text: string): readonly string[] {
  const { packages } = lock.parse(JSON.parse(text));
  const paths = Object.keys(packages);
  const problems: string[] = [];
  for (const [path, entry] of Object.entries(packages)) {
    const bundled = Array.isArray(entry.bundleDependencies) ? entry.bundleDependencies : [];
    for (const name of Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })) {
      if (bundled.includes(name) || entry.bundleDependencies === true) continue;
      if (!paths.some((other) => other === `node_modules/${name}` || other.endsWith(`/node_modules/${name}`))) {
        problems.push(`package-lock.json: ${path || 'the root'} may need ${name}, which has no entry`);
      }
    }
    if (/^https?:/.test(entry.resolved ?? '')) problems.push(`package-lock.json: ${path} holds a download address`);
  }
  return problems;
}

/** Exact versions only: a range resolves by npm's own Node, which is older than the one that runs the code. */
export function findLoosePins(file: string, text: string): readonly string[] {
  const { dependencies, devDependencies, optionalDependencies } = manifest.parse(JSON.parse(text));
  return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    .filter(([name, version]) => !(name.startsWith('@highwater/') && version === '*'))
    .filter(([, version]) => !/^(npm:[^@]*@?[^@]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => `${file}: ${name} is "${version}", not an exact version`);
}

function listManifests(root: string): readonly string[] {
  const folders = ['apps', 'packages'].flatMap((parent) =>
    readdirSync(join(root, parent)).map((name) => join(root, parent, name)),
  );
  return [root, ...folders].map((folder) => join(folder, 'package.json')).filter((file) => existsSync(file));
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { ROOT } from '../../../../infra/processes/run-command.ts';
import { EQUIVALENT_BRANCHES } from './equivalent-branches.ts';

const line = z.union([
  z.object({ enumerated: z.int(), chosen: z.int() }),
  z.object({ mutant: z.string(), by: z.string().nullable() }),
  z.object({ problem: z.string() }),
]);

export interface BranchReport {
  readonly enumerated: number;
  readonly tried: number;
  readonly caught: number;
  /** Listed by hand, with why they change nothing. */
  readonly equivalent: number;
  readonly survivors: readonly string[];
  readonly coverings: ReadonlyMap<string, string>;
  readonly problems: readonly string[];
}

/** Every branch of what compiles rights, made wrong one at a time in a process of its own; `most` draws some by the seed. */
export async function tryBranches(seed: number, { most }: { most?: number } = {}): Promise<BranchReport> {
  const script = join(import.meta.dirname, 'run-branches.ts');
  const args = [script, String(seed), ...(most === undefined ? [] : [String(most)])];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  const coverings = new Map<string, string>();
  const [survivors, problems]: [string[], string[]] = [[], []];
  const equivalent = new Set<string>();
  const sums = { enumerated: 0, tried: 0 };
  for await (const text of createInterface({ input: child.stdout })) {
    const read = line.parse(JSON.parse(text));
    if ('problem' in read) problems.push(read.problem);
    else if ('enumerated' in read) sums.enumerated = read.enumerated;
    else {
      sums.tried += 1;
      if (read.by !== null) coverings.set(read.mutant, read.by);
      else if (read.mutant in EQUIVALENT_BRANCHES) equivalent.add(read.mutant);
      else survivors.push(read.mutant);
    }
  }
  const code = child.exitCode ?? ((await once(child, 'exit')) as [number | null])[0];
  if (code !== 0) problems.push(`the branches could not be tried: the process ended with ${code}`);
  if (most === undefined) {
    for (const name of Object.keys(EQUIVALENT_BRANCHES)) {
      if (coverings.has(name)) problems.push(`${name}: is said to change nothing, and a test notices it`);
      else if (!equivalent.has(name)) problems.push(`${name}: is said to change nothing, and is not there any more`);
    }
  }
  return { ...sums, caught: coverings.size, equivalent: equivalent.size, survivors, coverings, problems };
}

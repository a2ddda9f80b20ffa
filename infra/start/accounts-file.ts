import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO_MARKER } from '@highwater/config';
import { z } from 'zod';
import type { Account } from './start-context.ts';
import { writeSecret } from './write-secret.ts';

const accounts = z.array(z.object({ role: z.string(), email: z.string(), password: z.string() }));
const UNFINISHED = 'seeding';

export function readAccounts(dataDir: string): readonly Account[] | undefined {
  const file = join(dataDir, DEMO_MARKER);
  return existsSync(file) ? accounts.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}

/** From here until `saveAccounts` the demonstration is half made. */
export function beginSeeding(dataDir: string): void {
  writeSecret(join(dataDir, UNFINISHED), '');
}

export function saveAccounts(dataDir: string, made: readonly Account[]): void {
  writeSecret(join(dataDir, DEMO_MARKER), JSON.stringify(made, null, 2));
  rmSync(join(dataDir, UNFINISHED), { force: true });
}

/** True when a start was killed while it made the demonstration: nobody has seen it, and it is made anew. */
export function isHalfSeeded(dataDir: string): boolean {
  return existsSync(join(dataDir, UNFINISHED)) && readAccounts(dataDir) === undefined;
}

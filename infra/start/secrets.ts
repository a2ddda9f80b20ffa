import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeSecret } from './write-secret.ts';

const word = z.string().min(20);
const schema = z.object({ migrator: word, app: word, platform: word, search: word, identity: word });

/** Passwords of the database's roles, by role without its `hw_`. */
export type Secrets = z.infer<typeof schema>;

/** Reads the data folder's secrets.json, or makes it. */
export function openSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json');
  if (existsSync(file)) return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const make = (): string => randomBytes(24).toString('base64url');
  const secrets = { migrator: make(), app: make(), platform: make(), search: make(), identity: make() };
  writeSecret(file, JSON.stringify(secrets, null, 2));
  return secrets;
}

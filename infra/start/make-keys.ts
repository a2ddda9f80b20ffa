import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeSecret } from './write-secret.ts';

/** Makes the development keys that are missing. In production they live apart from the data, and config insists on it. */
export function makeKeys(dataDir: string): void {
  const folder = join(dataDir, 'keys');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of ['kek.key', 'session.key', 'portal-signing.key']) {
    if (!existsSync(join(folder, name))) writeSecret(join(folder, name), randomBytes(32).toString('base64'));
  }
  // The private half is written last: a pair is complete when it is there.
  if (existsSync(join(folder, 'worker-box.key'))) return;
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  writeSecret(join(folder, 'worker-box.pub'), publicKey.export({ type: 'spki', format: 'pem' }).toString());
  writeSecret(join(folder, 'worker-box.key'), privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
}

import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeSecret } from './write-secret.ts';

/** Makes the development keys that are missing. In production they live apart from the data, and config insists on it. */
export function makeKeys(dataDir: string): void {
  const folder = join(dataDir, 'keys');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of ['kek.key', 'session.key', 'portal-signing.key', 'operator-door.key']) {
    if (!existsSync(join(folder, name))) writeSecret(join(folder, name), randomBytes(32).toString('base64'));
  }
  makePair(folder, 'ledger', 'ed25519');
  makePair(folder, 'worker-box', 'x25519');
}

function makePair(folder: string, name: string, type: 'ed25519' | 'x25519'): void {
  const [publicFile, privateFile] = [join(folder, `${name}.pub`), join(folder, `${name}.key`)];
  // The private half is written last: a pair is complete when it is there.
  if (existsSync(privateFile)) return;
  const { publicKey, privateKey } = type === 'x25519' ? generateKeyPairSync('x25519') : generateKeyPairSync('ed25519');
  writeSecret(publicFile, publicKey.export({ type: 'spki', format: 'pem' }).toString());
  writeSecret(privateFile, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
}

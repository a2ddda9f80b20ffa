import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';

const generate = promisify(generateKeyPair);

/** `publicPem` (SPKI) is pasted into WeCom's admin console; `privatePem` (PKCS#8) never leaves in clear. */
export interface ArchiveKeyPair {
  readonly publicPem: string;
  readonly privatePem: string;
}

/** A new RSA-2048 pair, the only size the archive accepts. Runs on the thread pool, 50 to 500 ms. */
export async function makeArchiveKeyPair(): Promise<ArchiveKeyPair> {
  const { publicKey, privateKey } = await generate('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return { publicPem: publicKey, privatePem: privateKey };
}

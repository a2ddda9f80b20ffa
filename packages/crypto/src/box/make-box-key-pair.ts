import { generateKeyPairSync } from 'node:crypto';

/** X25519: whoever has `publicPem` (SPKI) can seal; only `privatePem` (PKCS#8) opens. */
export interface BoxKeyPair {
  readonly publicPem: string;
  readonly privatePem: string;
}

export function makeBoxKeyPair(): BoxKeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('x25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return { publicPem: publicKey, privatePem: privateKey };
}

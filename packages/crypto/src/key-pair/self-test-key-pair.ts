import { constants, publicEncrypt, randomBytes } from 'node:crypto';
import { FaultError } from '@highwater/domain';
import { openRandomKey } from '../envelope/open-random-key.ts';
import type { ArchiveKeyPair } from './make-archive-key-pair.ts';
import { readPrivateKey, readPublicKey } from './read-key.ts';

/** Proves that the private key opens what the public key seals, as an envelope would. Throws `key.wrong`. */
export function selfTestKeyPair({ publicPem, privatePem }: ArchiveKeyPair): void {
  const probe = randomBytes(64).toString('base64');
  const sealed = publicEncrypt(
    { key: readPublicKey(publicPem), padding: constants.RSA_PKCS1_PADDING },
    Buffer.from(probe, 'latin1'),
  );
  if (openRandomKey(readPrivateKey(privatePem), sealed.toString('base64')) !== probe) throw new FaultError('key.wrong');
}

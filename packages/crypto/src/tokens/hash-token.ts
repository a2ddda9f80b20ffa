import { createHash } from 'node:crypto';

/** SHA-256 in hex. For tokens with 128 random bits only; passwords go through `hashPassword`. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}

import { createHash, randomUUID } from 'node:crypto';
import type { VerbContext } from './verb-context.ts';

/**
 * The id of a thing to make: with an Idempotency-Key the same for every repetition by the same asker (UUID version 8
 * over SHA-256), else a new one. For what cannot be made in one transaction with its kept answer.
 */
export function repeatableId({ idempotencyKey }: VerbContext, asker: string, route: string): string {
  if (idempotencyKey === null) return randomUUID();
  const digest = createHash('sha256')
    .update(JSON.stringify([asker, route, idempotencyKey]))
    .digest()
    .subarray(0, 16);
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x80, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = digest.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

import { keyFingerprint } from '@highwater/crypto';
import { listKeys, type KeyRow, type TenantTx } from '@highwater/db';
import { FaultError, type KeyId } from '@highwater/domain';
import type { z } from '@hono/zod-openapi';
import type { keyView } from '../schemas/key.ts';

export type KeyView = z.output<typeof keyView>;

/** A key as its page shows it: the private half is not in it. */
export function viewKey({ publicPem, ...row }: KeyRow): KeyView {
  return { ...row, publicKeyPem: publicPem, fingerprint: keyFingerprint(publicPem) };
}

/** Throws `thing.missing`. */
export async function getKey(tx: TenantTx, keyId: KeyId): Promise<KeyView> {
  const [row] = await listKeys(tx, keyId);
  if (row === undefined) throw new FaultError('thing.missing');
  return viewKey(row);
}

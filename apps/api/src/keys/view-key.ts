import { keyFingerprint } from '@highwater/crypto';
import { listKeys, type KeyRow, type TenantTx } from '@highwater/db';
import { FaultError, type KeyId } from '@highwater/domain';
import type { z } from '@hono/zod-openapi';
import type { keyView } from '../schemas/key.ts';
import { countNeeding } from './count-needing.ts';

export type KeyView = z.output<typeof keyView>;

/** A key as its page shows it: the private half is not in it. */
export function viewKey(row: KeyRow): KeyView {
  const { publicPem, untried, otherKeys, ...view } = row;
  const removable = countNeeding({ ...view, untried }) === 0 && otherKeys > 0;
  return { ...view, publicKeyPem: publicPem, fingerprint: keyFingerprint(publicPem), removable };
}

/** Throws `thing.missing`. */
export async function getKey(tx: TenantTx, keyId: KeyId): Promise<KeyView> {
  const [row] = await listKeys(tx, keyId);
  if (row === undefined) throw new FaultError('thing.missing');
  return viewKey(row);
}

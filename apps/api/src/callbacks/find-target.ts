import { randomBytes, randomUUID } from 'node:crypto';
import { hashToken, makeCallbackSecrets, makeToken, openCallbackSecrets, sealCallbackSecrets } from '@highwater/crypto';
import { asPlatform, findCallbackByPath, findCallbackTarget, inTenant } from '@highwater/db';
import type { CallbackSecrets } from '@highwater/crypto';
import type { ConnectionId, TenantId } from '@highwater/domain';
import type { ApiDeps } from '../api-deps.ts';

/** What a callback is checked against. */
export interface CallbackTarget {
  readonly tenantId: TenantId;
  readonly connectionId: ConnectionId;
  readonly corpId: string;
  readonly zone: string;
  readonly pullMode: 'continuous' | 'daily';
  readonly secrets: CallbackSecrets;
  /** Nobody's: made up for a path that is nobody's, so that it costs as much work as one that is. */
  readonly decoy: boolean;
}

const DECOY = { tenantId: randomUUID() as TenantId, connectionId: randomUUID() as ConnectionId };
const DECOY_KEY = randomBytes(32);
const DECOY_SEALED = sealCallbackSecrets(DECOY_KEY, DECOY.tenantId, DECOY.connectionId, makeCallbackSecrets());

/** The connection that a path's token belongs to, or the decoy after the same look-ups. */
export async function findTarget(
  { database, tenantKeys }: Pick<ApiDeps, 'database' | 'tenantKeys'>,
  token: string = makeToken(),
): Promise<CallbackTarget> {
  const pathHash = hashToken(token);
  const owner = await asPlatform(database, 'callback look-up', (tx) => findCallbackByPath(tx, pathHash));
  const place = owner ?? DECOY;
  const found = await inTenant(database, place.tenantId, (tx) => findCallbackTarget(tx, place.connectionId, pathHash));
  const subkey = found === undefined ? DECOY_KEY : await tenantKeys.subkey(place.tenantId, 'callback');
  const { secretsSealed, ...target } = found ?? DECOY_TARGET;
  const { tenantId, connectionId } = found === undefined ? DECOY : place;
  const secrets = openCallbackSecrets(subkey, tenantId, connectionId, secretsSealed);
  return { tenantId, connectionId, secrets, ...target, decoy: found === undefined };
}

const DECOY_TARGET = {
  corpId: `ww${randomBytes(8).toString('hex')}`,
  zone: 'Asia/Shanghai',
  pullMode: 'continuous',
  secretsSealed: DECOY_SEALED,
} as const;

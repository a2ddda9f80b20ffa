import type { ApiKeyId, MemberId } from '@highwater/domain';
import { newId, ROW_TIME } from '@highwater/testkit';
import * as db from '../../index.ts';

const DAY_MS = 86_400_000;

/** A key that was used and rotated, and a rule that names a network. */
export async function seedApiKey(tx: db.TenantTx, ownerId: MemberId): Promise<ApiKeyId> {
  const keyId = newId<ApiKeyId>();
  await db.insertApiKey(tx, {
    keyId,
    prefix: prefixOf(keyId),
    name: '报表',
    purpose: '每天的报表',
    secretHash: Buffer.alloc(32, 1),
    scopes: ['view', 'search'],
    grants: [{ ...db.NO_TERMS, isEverything: true, note: null }],
    networks: ['192.0.2.0/24'],
    madeBy: ownerId,
    madeAt: ROW_TIME,
    expiresAt: ROW_TIME + 300 * DAY_MS,
  });
  await db.noteApiKeyUse(tx, keyId, '192.0.2.7', ROW_TIME);
  await db.rotateApiKey(tx, keyId, {
    secretHash: Buffer.alloc(32, 2),
    formerUntil: ROW_TIME + DAY_MS,
    now: ROW_TIME,
  });
  const networks = [{ network: '192.0.2.0/24', label: '上海' }];
  await db.setAddressRule(tx, { enabled: true, networks }, { memberId: ownerId, now: ROW_TIME });
  return keyId;
}

/** Twelve characters of base32, another one for each key. */
function prefixOf(keyId: ApiKeyId): string {
  const letters = keyId.replaceAll(/[^0-9a-f]/g, '').slice(-12);
  return [...letters].map((letter) => 'abcdefghijklmnop'[Number.parseInt(letter, 16)]).join('');
}

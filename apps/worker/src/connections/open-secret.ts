import { furtherSecretPlace, openFromBox } from '@highwater/crypto';
import { findConnectionSecret, inTenant, type Database } from '@highwater/db';
import type { ConnectionId, CorpSecret, SecretPurpose, TenantId } from '@highwater/domain';
import { openCredentials } from './open-credentials.ts';

/**
 * One of a connection's secrets in clear, for the length of one job. Undefined when there is no such connection, or when
 * nobody gave it this secret. One that WeCom refused is opened all the same: it may work again.
 */
export async function openSecret(
  deps: { readonly database: Database; readonly settings: { readonly boxPrivatePem: string } },
  tenantId: TenantId,
  connectionId: ConnectionId,
  purpose: SecretPurpose,
): Promise<CorpSecret | undefined> {
  if (purpose === 'archive') {
    const opened = await openCredentials(deps, tenantId, connectionId);
    return opened && { corpId: opened.corp.corpId, purpose, secret: opened.corp.archiveSecret };
  }
  const found = await inTenant(deps.database, tenantId, (tx) => findConnectionSecret(tx, connectionId, purpose));
  if (found === undefined) return undefined;
  const place = furtherSecretPlace(tenantId, connectionId, purpose);
  const secret = openFromBox(deps.settings.boxPrivatePem, place, found.secretSealed);
  return { corpId: found.corpId, purpose, secret: Buffer.from(secret).toString('utf8') };
}

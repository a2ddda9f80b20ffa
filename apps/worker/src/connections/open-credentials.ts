import { connectionSecretPlace, openFromBox } from '@highwater/crypto';
import { findPullState, inTenant, type Database, type PullState } from '@highwater/db';
import type { ConnectionId, CorpCredentials, TenantId } from '@highwater/domain';

/** A connection's state and its credentials in clear, for the length of one job. Undefined when there is no such connection. */
export async function openCredentials(
  deps: { readonly database: Database; readonly settings: { readonly boxPrivatePem: string } },
  tenantId: TenantId,
  connectionId: ConnectionId,
): Promise<{ readonly state: PullState; readonly corp: CorpCredentials } | undefined> {
  const state = await inTenant(deps.database, tenantId, (tx) => findPullState(tx, connectionId));
  if (state === undefined) return undefined;
  const secret = openFromBox(
    deps.settings.boxPrivatePem,
    connectionSecretPlace(tenantId, connectionId),
    state.secretSealed,
  );
  return { state, corp: { corpId: state.corpId, archiveSecret: Buffer.from(secret).toString('utf8') } };
}

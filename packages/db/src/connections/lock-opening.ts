import type { ConnectionId } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/**
 * One transaction at a time adds messages of a connection, until it ends: two would touch the same people and
 * conversations, and neither would see a msgid that the other is about to keep.
 */
export async function lockOpening(tx: TenantTx, connectionId: ConnectionId): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('open ' || $1, 0))", [connectionId]);
}

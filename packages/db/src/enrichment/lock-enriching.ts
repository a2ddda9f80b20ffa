import type { ConnectionId } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/**
 * One transaction at a time writes what enrichment found of a connection, until it ends. Pulling and opening never take
 * this lock. Whoever holds it touches people first, in key order, and rooms after them, as opening a page does.
 */
export async function lockEnriching(tx: TenantTx, connectionId: ConnectionId): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('enrich ' || $1, 0))", [connectionId]);
}

import type { UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { appendAudit, type AuditEntry } from './append-audit.ts';

/** What an entry says already; a null subject stands for entries without one. */
export interface CoveringEntry {
  readonly event: string;
  readonly subject: string | null;
}

/**
 * Adds a line to the tenant's log unless the same member has a line since `since` that says as much: the same event of the
 * same subject, or one of `covered`. Two at once write one. Returns whether it was added.
 */
export async function appendAuditOnce(
  tx: TenantTx,
  entry: AuditEntry,
  since: UnixMs,
  covered: readonly CoveringEntry[] = [],
): Promise<boolean> {
  const covers = [{ event: entry.event, subject: entry.subject }, ...covered];
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    [tx.tenantId, entry.memberId, entry.event, entry.subject].join(' '),
  ]);
  const { rows } = await tx.query(
    `SELECT FROM hw.audit a WHERE a.tenant_id = $1 AND a.at > $2 AND a.member_id IS NOT DISTINCT FROM $3 AND EXISTS (
       SELECT FROM unnest($4::text[], $5::text[]) AS c (event, subject)
       WHERE a.event = c.event AND a.subject IS NOT DISTINCT FROM c.subject)
     LIMIT 1`,
    [
      tx.tenantId,
      new Date(since),
      entry.memberId,
      covers.map(({ event }) => event),
      covers.map(({ subject }) => subject),
    ],
  );
  if (rows.length > 0) return false;
  await appendAudit(tx, entry);
  return true;
}

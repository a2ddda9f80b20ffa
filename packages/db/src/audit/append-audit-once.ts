import type { UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { appendAudit, type AuditEntry } from './append-audit.ts';

/** What an entry says already; a null subject stands for entries without one, none at all for any. */
export interface CoveringEntry {
  readonly event: string;
  readonly subject?: string | null;
}

/**
 * Adds a line to the tenant's log unless the same member has a line since `since` that says as much: the same event of the
 * same subject, or one of `covered`; of a detail that is named in `telling` the same value. Two at once write one. Returns
 * whether it was added.
 */
export async function appendAuditOnce(
  tx: TenantTx,
  entry: AuditEntry,
  since: UnixMs,
  covered: readonly CoveringEntry[] = [],
  telling: string | null = null,
): Promise<boolean> {
  const told = telling === null ? null : String(entry.detail[telling] ?? '');
  // What a member's key did is told apart from what the member did.
  const key = String(entry.detail['apiKey'] ?? '');
  const covers = [{ event: entry.event, subject: entry.subject }, ...covered];
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    [tx.tenantId, entry.memberId, entry.event, entry.subject, told, key].join(' '),
  ]);
  const { rows } = await tx.query(
    `SELECT FROM hw.audit a WHERE a.tenant_id = $1 AND a.at > $2 AND a.member_id IS NOT DISTINCT FROM $3 AND EXISTS (
       SELECT FROM unnest($4::text[], $5::text[], $8::boolean[]) AS c (event, subject, is_any)
       WHERE a.event = c.event AND (c.is_any OR a.subject IS NOT DISTINCT FROM c.subject))
       AND ($6::text IS NULL OR a.detail ->> $6 = $7)
       AND coalesce(a.detail ->> 'apiKey', '') = $9
     LIMIT 1`,
    [
      tx.tenantId,
      new Date(since),
      entry.memberId,
      covers.map(({ event }) => event),
      covers.map(({ subject }) => subject ?? null),
      telling,
      told,
      covers.map(({ subject }) => subject === undefined),
      key,
    ],
  );
  if (rows.length > 0) return false;
  await appendAudit(tx, entry);
  return true;
}

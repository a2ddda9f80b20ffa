import type { ExportId } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

export interface ExportCounts {
  readonly messages: number;
  readonly conversations: number;
  /** Envelopes of the company that wait for a key. */
  readonly sealed: number;
  readonly findingsOpen: number;
}

/** The numbers of a mail: what the package holds, and how the archive is. */
export async function countExport(tx: TenantTx, exportId: ExportId): Promise<ExportCounts> {
  const { rows } = await tx.query<ExportCounts>(
    `SELECT count(*)::int AS messages, count(DISTINCT x.conversation_id)::int AS conversations,
       (SELECT count(*)::int FROM hw.envelopes e WHERE e.tenant_id = $1 AND e.state = 'sealed') AS sealed,
       (SELECT count(*)::int FROM hw.findings f WHERE f.tenant_id = $1 AND f.resolved_at IS NULL) AS "findingsOpen"
     FROM hw.export_messages x WHERE x.tenant_id = $1 AND x.export_id = $2`,
    [tx.tenantId, exportId],
  );
  return rows[0] ?? { messages: 0, conversations: 0, sealed: 0, findingsOpen: 0 };
}

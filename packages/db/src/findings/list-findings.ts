import type { Fault, FaultDetail, FindingId, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

export interface FindingRow {
  readonly findingId: FindingId;
  readonly fault: Fault;
  readonly subject: string;
  readonly detail: FaultDetail;
  readonly count: number;
  readonly since: UnixMs;
  readonly lastAt: UnixMs;
  readonly resolvedAt: UnixMs | null;
}

/** Open or resolved findings, the one raised last first, from before a place. */
export async function listFindings(
  tx: TenantTx,
  state: 'open' | 'resolved',
  page: { before: { lastAt: UnixMs; findingId: FindingId } | null; limit: number },
): Promise<readonly FindingRow[]> {
  const { before } = page;
  const { rows } = await tx.query<FindingRow>(
    `SELECT finding_id AS "findingId", fault, subject, detail, count, since, last_at AS "lastAt", resolved_at AS "resolvedAt"
     FROM hw.findings
     WHERE tenant_id = $1 AND (resolved_at IS NULL) = $2 AND ($3::timestamptz IS NULL OR (last_at, finding_id) < ($3, $4::uuid))
     ORDER BY last_at DESC, finding_id DESC LIMIT $5`,
    [
      tx.tenantId,
      state === 'open',
      before === null ? null : new Date(before.lastAt),
      before?.findingId ?? null,
      page.limit,
    ],
  );
  return rows;
}

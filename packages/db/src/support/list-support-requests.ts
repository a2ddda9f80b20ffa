import type { SupportRequestId } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { SUPPORT_REQUEST_COLUMNS, type SupportRequestRow } from './support-request-row.ts';

/** The company's requests, newest first, at most `limit`; with the names of members who decided. */
export async function listSupportRequests(tx: TenantTx, limit: number): Promise<readonly SupportRequestRow[]> {
  const { rows } = await tx.query<SupportRequestRow>(
    `SELECT ${SUPPORT_REQUEST_COLUMNS}, m.name AS "decidedByName" FROM hw.support_requests r
     LEFT JOIN hw.members m ON m.tenant_id = r.tenant_id AND m.member_id = r.decided_by
     WHERE r.tenant_id = $1 ORDER BY r.number DESC LIMIT $2`,
    [tx.tenantId, limit],
  );
  return rows;
}

/** The same without looking at members: for the operator, who has no business with them. */
export async function listAskedSupport(tx: TenantTx, limit: number): Promise<readonly SupportRequestRow[]> {
  const { rows } = await tx.query<SupportRequestRow>(
    `SELECT ${SUPPORT_REQUEST_COLUMNS}, NULL AS "decidedByName" FROM hw.support_requests r
     WHERE r.tenant_id = $1 ORDER BY r.number DESC LIMIT $2`,
    [tx.tenantId, limit],
  );
  return rows;
}

export async function findSupportRequest(
  tx: TenantTx,
  requestId: SupportRequestId,
): Promise<SupportRequestRow | undefined> {
  const { rows } = await tx.query<SupportRequestRow>(
    `SELECT ${SUPPORT_REQUEST_COLUMNS}, NULL AS "decidedByName" FROM hw.support_requests r
     WHERE r.tenant_id = $1 AND r.request_id = $2`,
    [tx.tenantId, requestId],
  );
  return rows[0];
}

import type { OperatorId, SupportRequestId, SupportScope, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** Writes a request down and answers its number in the company. Two at once get two numbers. */
export async function askSupport(
  tx: TenantTx,
  asked: {
    readonly requestId: SupportRequestId;
    readonly operatorId: OperatorId;
    readonly operatorName: string;
    readonly reason: string;
    readonly scopes: readonly SupportScope[];
    readonly hours: number;
    readonly now: UnixMs;
    readonly answerUntil: UnixMs;
  },
): Promise<number> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('support ' || $1, 0))", [tx.tenantId]);
  const { rows } = await tx.query<{ number: number }>(
    `INSERT INTO hw.support_requests (tenant_id, request_id, number, operator_id, operator_name, reason, asked_scopes,
       asked_hours, asked_at, answer_until)
     SELECT $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6::text[], $7, $8, $9
     FROM hw.support_requests WHERE tenant_id = $1
     RETURNING number`,
    [
      tx.tenantId,
      asked.requestId,
      asked.operatorId,
      asked.operatorName,
      asked.reason,
      asked.scopes,
      asked.hours,
      new Date(asked.now),
      new Date(asked.answerUntil),
    ],
  );
  return rows[0]?.number ?? 0;
}

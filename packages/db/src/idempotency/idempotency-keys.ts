import type { MemberId, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

export interface KeptAnswer {
  readonly route: string;
  readonly requestHash: string;
  readonly answer: object;
}

/** The answer that this key got before. Until the transaction ends nobody else can ask or keep under the same key. */
export async function lockKeptAnswer(tx: TenantTx, memberId: MemberId, key: string): Promise<KeptAnswer | undefined> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${tx.tenantId} ${memberId} ${key}`]);
  const { rows } = await tx.query<KeptAnswer>(
    `SELECT route, request_hash AS "requestHash", answer FROM hw.idempotency_keys
     WHERE tenant_id = $1 AND member_id = $2 AND key = $3`,
    [tx.tenantId, memberId, key],
  );
  return rows[0];
}

export async function keepAnswer(
  tx: TenantTx,
  kept: KeptAnswer & { memberId: MemberId; key: string; status: number; createdAt: UnixMs },
): Promise<void> {
  await tx.query(
    `INSERT INTO hw.idempotency_keys (tenant_id, member_id, key, route, request_hash, status, answer, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      tx.tenantId,
      kept.memberId,
      kept.key,
      kept.route,
      kept.requestHash,
      kept.status,
      JSON.stringify(kept.answer),
      new Date(kept.createdAt),
    ],
  );
}

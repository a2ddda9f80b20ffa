import type { TenantTx } from '../transactions/in-tenant.ts';

/**
 * Messages of the archive, and how many of them can be searched. The tokens of a message are written in the transaction
 * that writes the message, so what is archived and opened is indexed; what waits for a key is not.
 */
export async function countSearchable(tx: TenantTx): Promise<{ archived: number; indexed: number }> {
  const { rows } = await tx.query<{ archived: number; indexed: number }>(
    `SELECT opened.count AS indexed, opened.count + waiting.count AS archived
     FROM (SELECT count(*)::int FROM hw.messages WHERE tenant_id = $1) opened,
       (SELECT count(*)::int FROM hw.envelopes WHERE tenant_id = $1 AND state <> 'opened') waiting`,
    [tx.tenantId],
  );
  return rows[0] ?? { archived: 0, indexed: 0 };
}

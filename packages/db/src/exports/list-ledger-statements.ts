import type { Seq, UnixMs } from '@highwater/domain';
import { UNSEEN } from '../completeness/list-completeness.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

export interface LedgerStatementRow {
  readonly corpId: string;
  readonly seq: Seq;
  readonly at: UnixMs;
  readonly sealed: number;
  readonly unseen: number;
}

/** What can be said of each connection that WeCom has answered: everything up to `seq` at `at` is stored; what is sealed or unseen. */
export async function listLedgerStatements(tx: TenantTx): Promise<readonly LedgerStatementRow[]> {
  const { rows } = await tx.query<{ corpId: string; seq: string; at: UnixMs; sealed: number; unseen: string }>(
    `SELECT c.corp_id AS "corpId", c.cursor_seq AS seq, c.last_answer_at AS at,
       (SELECT count(*)::int FROM hw.envelopes e
        WHERE e.tenant_id = c.tenant_id AND e.connection_id = c.connection_id AND e.state = 'sealed') AS sealed,
       (SELECT coalesce(sum(upper(gap) - lower(gap)), 0) FROM unnest(${UNSEEN}) AS gap) AS unseen
     FROM hw.connections c WHERE c.tenant_id = $1 AND c.last_answer_at IS NOT NULL ORDER BY c.corp_id`,
    [tx.tenantId],
  );
  return rows.map((row) => ({ ...row, seq: BigInt(row.seq), unseen: Number(row.unseen) }));
}

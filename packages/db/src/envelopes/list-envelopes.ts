import type { ConnectionId } from '@highwater/domain';
import { encodeArray } from '../arrays/encode-array.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** Envelopes of a page that are opened already, as `<seq> <sha256>`. */
export async function listOpenedEnvelopes(
  tx: TenantTx,
  connectionId: ConnectionId,
  pageNo: number,
): Promise<ReadonlySet<string>> {
  const { rows } = await tx.query<{ place: string }>(
    `SELECT seq::text || ' ' || envelope_sha256 AS place FROM hw.envelopes
     WHERE tenant_id = $1 AND connection_id = $2 AND page_no = $3 AND state = 'opened'`,
    [tx.tenantId, connectionId, pageNo],
  );
  return new Set(rows.map((row) => row.place));
}

/** Seqs, among the given, for which WeCom sent different bytes. Decimal. */
export async function listConflictingSeqs(
  tx: TenantTx,
  connectionId: ConnectionId,
  seqs: readonly string[],
): Promise<readonly string[]> {
  if (seqs.length === 0) return [];
  const { rows } = await tx.query<{ seq: string }>(
    `SELECT seq FROM hw.envelopes WHERE tenant_id = $1 AND connection_id = $2 AND seq = ANY($3::numeric[])
     GROUP BY seq HAVING count(*) > 1`,
    [tx.tenantId, connectionId, encodeArray.decimals(seqs)],
  );
  return rows.map((row) => row.seq);
}

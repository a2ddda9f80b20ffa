import type { ConnectionId } from '@highwater/domain';
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

/** How many envelopes wait for a key, by its version. */
export async function countSealedByVersion(
  tx: TenantTx,
  connectionId: ConnectionId,
): Promise<ReadonlyMap<number, number>> {
  const { rows } = await tx.query<{ version: string; count: number }>(
    `SELECT publickey_ver AS version, count(*)::int AS count FROM hw.envelopes
     WHERE tenant_id = $1 AND connection_id = $2 AND state = 'sealed' GROUP BY publickey_ver`,
    [tx.tenantId, connectionId],
  );
  return new Map(rows.map((row) => [Number(row.version), row.count]));
}

/** Pages with envelopes that wait for the key of a version. */
export async function listSealedPages(
  tx: TenantTx,
  connectionId: ConnectionId,
  publickeyVer: number,
): Promise<readonly number[]> {
  const { rows } = await tx.query<{ pageNo: number }>(
    `SELECT DISTINCT page_no::int AS "pageNo" FROM hw.envelopes
     WHERE tenant_id = $1 AND connection_id = $2 AND state = 'sealed' AND publickey_ver = $3 ORDER BY 1`,
    [tx.tenantId, connectionId, publickeyVer],
  );
  return rows.map((row) => row.pageNo);
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
    [tx.tenantId, connectionId, seqs],
  );
  return rows.map((row) => row.seq);
}

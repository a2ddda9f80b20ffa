import type { ConnectionId } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { CAUSE, inScope, type QuarantineCause, type QuarantineScope } from './quarantine-scope.ts';

/** Envelopes of a part of a connection's quarantine; of one page when it is given. */
export async function countQuarantined(
  tx: TenantTx,
  connectionId: ConnectionId,
  scope: QuarantineScope,
  pageNo: number | null = null,
): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM hw.envelopes e
     WHERE e.tenant_id = $1 AND e.connection_id = $2 AND ${inScope('$3', '$4')}
       AND ($5::bigint IS NULL OR e.page_no = $5)`,
    [tx.tenantId, connectionId, scope.cause, scope.publickeyVer, pageNo],
  );
  return rows[0]?.count ?? 0;
}

/** The next pages with such envelopes, in their order, and how many each holds. */
export async function listPagesToReopen(
  tx: TenantTx,
  connectionId: ConnectionId,
  scope: QuarantineScope,
  afterPage: number,
  limit: number,
): Promise<readonly { readonly pageNo: number; readonly count: number }[]> {
  const { rows } = await tx.query<{ pageNo: number; count: number }>(
    `SELECT e.page_no::float8 AS "pageNo", count(*)::int AS count FROM hw.envelopes e
     WHERE e.tenant_id = $1 AND e.connection_id = $2 AND ${inScope('$3', '$4')} AND e.page_no > $5
     GROUP BY e.page_no ORDER BY e.page_no LIMIT $6`,
    [tx.tenantId, connectionId, scope.cause, scope.publickeyVer, afterPage, limit],
  );
  return rows;
}

export interface CauseCount {
  readonly cause: QuarantineCause;
  /** Null for damaged envelopes. */
  readonly publickeyVer: number | null;
  readonly count: number;
  /** Decimal. */
  readonly firstSeq: string;
}

/** What a connection's quarantine holds, by cause, and sealed envelopes by version. */
export async function countByCause(tx: TenantTx, connectionId: ConnectionId): Promise<readonly CauseCount[]> {
  const { rows } = await tx.query<CauseCount>(
    `SELECT ${CAUSE} AS cause, CASE WHEN e.state = 'sealed' THEN e.publickey_ver::float8 END AS "publickeyVer",
       count(*)::int AS count, min(e.seq) AS "firstSeq"
     FROM hw.envelopes e WHERE e.tenant_id = $1 AND e.connection_id = $2 AND e.state <> 'opened' GROUP BY 1, 2 ORDER BY 1, 2`,
    [tx.tenantId, connectionId],
  );
  return rows;
}

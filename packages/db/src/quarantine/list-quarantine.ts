import type { ConnectionId, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { CAUSE, inScope, type QuarantineCause, type QuarantineScope } from './quarantine-scope.ts';

/** Envelopes of one connection that are not opened for the same cause, sealed ones by the version of their key. */
export interface QuarantineGroup {
  readonly connectionId: ConnectionId;
  readonly corpId: string;
  readonly cause: QuarantineCause;
  /** Null when the cause has nothing to do with a version. */
  readonly publickeyVer: number | null;
  readonly count: number;
  /** When the first and the last of them were received. */
  readonly firstAt: UnixMs;
  readonly lastAt: UnixMs;
  /** Decimal. */
  readonly firstSeq: string;
  readonly lastSeq: string;
}

/** What is in quarantine, by cause, the oldest first. */
export async function listQuarantine(tx: TenantTx): Promise<readonly QuarantineGroup[]> {
  const { rows } = await tx.query<Omit<QuarantineGroup, 'publickeyVer'> & { publickeyVer: string | null }>(
    `SELECT q.*, c.corp_id AS "corpId" FROM (
       SELECT e.connection_id AS "connectionId", ${CAUSE} AS cause,
         CASE WHEN e.state = 'sealed' THEN e.publickey_ver END AS "publickeyVer", count(*)::int AS count,
         min(p.received_at) AS "firstAt", max(p.received_at) AS "lastAt", min(e.seq) AS "firstSeq", max(e.seq) AS "lastSeq"
       FROM hw.envelopes e
       JOIN hw.pages p ON p.tenant_id = e.tenant_id AND p.connection_id = e.connection_id AND p.page_no = e.page_no
       WHERE e.tenant_id = $1 AND e.state <> 'opened' GROUP BY 1, 2, 3) q
     JOIN hw.connections c ON c.tenant_id = $1 AND c.connection_id = q."connectionId"
     ORDER BY c.created_at, q."firstAt", q.cause, q."publickeyVer"`,
    [tx.tenantId],
  );
  return rows.map((row) => ({ ...row, publickeyVer: row.publickeyVer === null ? null : Number(row.publickeyVer) }));
}

/** Messages of a kind that is not known, by WeCom's word for it. */
export interface UnknownType {
  readonly connectionId: ConnectionId;
  readonly corpId: string;
  /** Null when the message names no type. */
  readonly type: string | null;
  readonly count: number;
  readonly firstAt: UnixMs;
  readonly lastAt: UnixMs;
}

/** Unknown messages by type, the most frequent first. Nothing of what they say. */
export async function listUnknownTypes(tx: TenantTx): Promise<readonly UnknownType[]> {
  const { rows } = await tx.query<UnknownType>(
    `SELECT m.connection_id AS "connectionId", c.corp_id AS "corpId", m.unknown_type AS type, count(*)::int AS count,
       min(m.sent_at) AS "firstAt", max(m.sent_at) AS "lastAt"
     FROM hw.messages m JOIN hw.connections c ON c.tenant_id = m.tenant_id AND c.connection_id = m.connection_id
     WHERE m.tenant_id = $1 AND m.kind = 'unknown' GROUP BY 1, 2, 3 ORDER BY count DESC, type NULLS LAST, 1`,
    [tx.tenantId],
  );
  return rows;
}

/** An envelope that is not opened; nothing of its content is known. */
export interface QuarantinedEnvelope {
  readonly connectionId: ConnectionId;
  readonly pageNo: number;
  /** Decimal. */
  readonly seq: string;
  /** Hex. */
  readonly sha256: string;
  readonly publickeyVer: number;
  readonly cause: QuarantineCause;
  readonly receivedAt: UnixMs;
}

export interface QuarantinePlace {
  readonly pageNo: number;
  readonly seq: string;
  readonly sha256: string;
}

/** The envelopes of a part of the quarantine, those that came last first, from before a place. */
export async function listQuarantinedEnvelopes(
  tx: TenantTx,
  connectionId: ConnectionId,
  scope: QuarantineScope,
  page: { readonly before: QuarantinePlace | null; readonly limit: number },
): Promise<readonly QuarantinedEnvelope[]> {
  const { before } = page;
  const { rows } = await tx.query<QuarantinedEnvelope>(
    `SELECT e.connection_id AS "connectionId", e.page_no::float8 AS "pageNo", e.seq, e.envelope_sha256 AS sha256,
       e.publickey_ver::float8 AS "publickeyVer", ${CAUSE} AS cause, p.received_at AS "receivedAt"
     FROM hw.envelopes e
     JOIN hw.pages p ON p.tenant_id = e.tenant_id AND p.connection_id = e.connection_id AND p.page_no = e.page_no
     WHERE e.tenant_id = $1 AND e.connection_id = $2 AND ${inScope('$3', '$4')}
       AND ($5::bigint IS NULL OR (e.page_no, e.seq, e.envelope_sha256) < ($5, $6::numeric, $7::text))
     ORDER BY e.page_no DESC, e.seq DESC, e.envelope_sha256 DESC LIMIT $8`,
    [
      tx.tenantId,
      connectionId,
      scope.cause,
      scope.publickeyVer,
      before?.pageNo ?? null,
      before?.seq ?? null,
      before?.sha256 ?? null,
      page.limit,
    ],
  );
  return rows;
}

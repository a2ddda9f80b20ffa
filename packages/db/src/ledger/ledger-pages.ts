import type { PageRow } from '@highwater/crypto';
import type { ConnectionId, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** Where a connection's ledger stands. */
export interface LedgerEnd {
  readonly corpId: string;
  readonly pages: number;
  /** Chain hash of the newest page; empty before the first. */
  readonly head: string;
  /** The cursor, decimal. */
  readonly seq: string;
  /** When WeCom last gave a good answer. */
  readonly answeredAt: UnixMs | null;
  readonly createdAt: UnixMs;
}

export async function findLedgerEnd(tx: TenantTx, connectionId: ConnectionId): Promise<LedgerEnd | undefined> {
  const { rows } = await tx.query<LedgerEnd>(
    `SELECT corp_id AS "corpId", page_count::int AS pages, last_page_hash AS head, cursor_seq AS seq,
       last_answer_at AS "answeredAt", created_at AS "createdAt"
     FROM hw.connections WHERE tenant_id = $1 AND connection_id = $2`,
    [tx.tenantId, connectionId],
  );
  return rows[0];
}

/** Pages `from` to `to` (both included) as rows of the ledger file, without their bytes. At most `limit`. */
export async function listLedgerPages(
  tx: TenantTx,
  connectionId: ConnectionId,
  range: { readonly from: number; readonly to: number; readonly limit: number },
): Promise<readonly PageRow[]> {
  const { rows } = await tx.query<Omit<PageRow, 'type'>>(
    `SELECT page_no::int AS page, after_seq AS after, first_seq AS first, last_seq AS last, count, unseen, sha256,
       received_at AS received, leaf_hash AS leaf, chain_hash AS chain
     FROM hw.pages WHERE tenant_id = $1 AND connection_id = $2 AND page_no BETWEEN $3 AND $4 ORDER BY page_no LIMIT $5`,
    [tx.tenantId, connectionId, range.from, range.to, range.limit],
  );
  return rows.map((row) => ({ type: 'highwater/v1/page', ...row }));
}

/** Numbers of the last page after page `after` that was received before `before`: where a day ends. Null when there is none. */
export async function findLastPageBefore(
  tx: TenantTx,
  connectionId: ConnectionId,
  after: number,
  before: UnixMs,
): Promise<number | null> {
  // Up to the first page that is of a later day, so that the pages of a day follow each other even if the clock went back.
  const { rows } = await tx.query<{ page: number | null }>(
    `SELECT max(p.page_no)::int AS page FROM hw.pages p WHERE p.tenant_id = $1 AND p.connection_id = $2 AND p.page_no > $3
       AND p.page_no < coalesce((SELECT min(l.page_no) FROM hw.pages l WHERE l.tenant_id = $1 AND l.connection_id = $2
         AND l.page_no > $3 AND l.received_at >= $4), 9223372036854775807)`,
    [tx.tenantId, connectionId, after, new Date(before)],
  );
  return rows[0]?.page ?? null;
}

/** What became of the envelopes that came first with pages `from` to `to`. */
export interface PagesContent {
  readonly opened: number;
  readonly sealed: number;
  readonly unreadable: number;
  /** How many messages of each kind, by name. */
  readonly kinds: readonly (readonly [kind: string, count: number])[];
}

export async function countPagesContent(
  tx: TenantTx,
  connectionId: ConnectionId,
  from: number,
  to: number,
): Promise<PagesContent> {
  const { rows } = await tx.query<PagesContent>(
    `WITH content AS (
       SELECT e.state, m.kind, count(*)::int AS count
       FROM hw.envelopes e LEFT JOIN hw.messages m ON m.tenant_id = e.tenant_id AND m.message_id = e.message_id
       WHERE e.tenant_id = $1 AND e.connection_id = $2 AND e.page_no BETWEEN $3 AND $4 GROUP BY e.state, m.kind
     )
     SELECT coalesce(sum(count) FILTER (WHERE state = 'opened'), 0)::int AS opened,
       coalesce(sum(count) FILTER (WHERE state = 'sealed'), 0)::int AS sealed,
       coalesce(sum(count) FILTER (WHERE state = 'unreadable'), 0)::int AS unreadable,
       coalesce((SELECT jsonb_agg(jsonb_build_array(k.kind, k.count) ORDER BY k.kind COLLATE "C")
         FROM (SELECT kind, sum(count)::int AS count FROM content WHERE kind IS NOT NULL GROUP BY kind) k), '[]') AS kinds
     FROM content`,
    [tx.tenantId, connectionId, from, to],
  );
  return rows[0] ?? { opened: 0, sealed: 0, unreadable: 0, kinds: [] };
}

/** Sums over pages `from` to `to`. */
export interface PagesSum {
  readonly envelopes: number;
  /** Numbers that they did not return; decimal. */
  readonly unseen: string;
  /** The cursor before the first of them; null without pages. */
  readonly after: string | null;
  readonly last: string | null;
}

export async function sumLedgerPages(
  tx: TenantTx,
  connectionId: ConnectionId,
  from: number,
  to: number,
): Promise<PagesSum> {
  const { rows } = await tx.query<PagesSum>(
    `SELECT coalesce(sum(p.count), 0)::int AS envelopes, min(p.after_seq) FILTER (WHERE p.kind = 'pull')::text AS after,
       max(p.last_seq) FILTER (WHERE p.kind = 'pull')::text AS last,
       coalesce(sum((SELECT sum((gap ->> 1)::numeric - (gap ->> 0)::numeric + 1) FROM jsonb_array_elements(p.unseen) AS gap)),
         0)::text AS unseen
     FROM hw.pages p WHERE p.tenant_id = $1 AND p.connection_id = $2 AND p.page_no BETWEEN $3 AND $4`,
    [tx.tenantId, connectionId, from, to],
  );
  return rows[0] ?? { envelopes: 0, unseen: '0', after: null, last: null };
}

/** Envelopes that are not opened now, for each of the ranges of pages, in their order. */
export async function countNotOpened(
  tx: TenantTx,
  connectionId: ConnectionId,
  ranges: readonly { readonly from: number; readonly to: number }[],
): Promise<readonly { readonly sealed: number; readonly unreadable: number }[]> {
  const { rows } = await tx.query<{ sealed: number; unreadable: number }>(
    `SELECT count(e.seq) FILTER (WHERE e.state = 'sealed')::int AS sealed,
       count(e.seq) FILTER (WHERE e.state = 'unreadable')::int AS unreadable
     FROM unnest($3::bigint[], $4::bigint[]) WITH ORDINALITY AS r (first, last, place)
     LEFT JOIN hw.envelopes e ON e.tenant_id = $1 AND e.connection_id = $2 AND e.state <> 'opened'
       AND e.page_no BETWEEN r.first AND r.last
     GROUP BY r.place ORDER BY r.place`,
    [tx.tenantId, connectionId, ranges.map(({ from }) => from), ranges.map(({ to }) => to)],
  );
  return rows;
}

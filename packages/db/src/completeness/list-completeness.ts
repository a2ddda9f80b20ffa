import type { ConnectionId, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** What is stored of one connection, in numbers that its pages and envelopes give. */
export interface CompletenessRow {
  readonly connectionId: ConnectionId;
  readonly corpId: string;
  /** The company's own name for the connection. */
  readonly name: string;
  /** Decimal. */
  readonly lastSeq: string;
  readonly asOf: UnixMs | null;
  /** Envelopes in stored pages. */
  readonly stored: number;
  readonly opened: number;
  readonly sealed: number;
  readonly unreadable: number;
  readonly unknown: number;
  readonly unseen: readonly { readonly from: string; readonly to: string }[];
  /** Numbers that no page returned; decimal. */
  readonly unseenTotal: string;
  readonly createdAt: UnixMs;
  readonly pages: number;
  /** Empty before the first page. */
  readonly chainHead: string;
}

/** Ranges of unseen numbers shown at once, the newest ones; the total counts all. */
const MOST_RANGES = 200;

/**
 * Numbers of connection `c` that no page ever held, as a nummultirange of [from, to + 1): what pulls did not bring
 * without what re-pulls brought afterwards.
 */
export const UNSEEN = `(
  coalesce((SELECT range_agg(numrange((gap ->> 0)::numeric, (gap ->> 1)::numeric + 1))
    FROM hw.pages p CROSS JOIN LATERAL jsonb_array_elements(p.unseen) AS gap
    WHERE p.tenant_id = c.tenant_id AND p.connection_id = c.connection_id), '{}')
  - coalesce((SELECT range_agg(numrange(e.seq, e.seq + 1)) FROM hw.pages p
    JOIN hw.envelopes e ON e.tenant_id = p.tenant_id AND e.connection_id = p.connection_id AND e.page_no = p.page_no
    WHERE p.tenant_id = c.tenant_id AND p.connection_id = c.connection_id AND p.kind = 'repull'), '{}'))`;

export async function listCompleteness(tx: TenantTx): Promise<readonly CompletenessRow[]> {
  const { rows } = await tx.query<CompletenessRow>(
    `SELECT c.connection_id AS "connectionId", c.corp_id AS "corpId", c.name, c.cursor_seq AS "lastSeq", c.last_answer_at AS "asOf",
       c.page_count::int AS pages, c.last_page_hash AS "chainHead",
       kept.stored, state.opened, state.sealed, state.unreadable,
       (SELECT count(*)::int FROM hw.messages m WHERE m.tenant_id = c.tenant_id AND m.connection_id = c.connection_id
          AND m.kind = 'unknown') AS unknown,
       gap.ranges AS unseen, gap.total AS "unseenTotal", c.created_at AS "createdAt"
     FROM hw.connections c
     CROSS JOIN LATERAL (SELECT ((SELECT coalesce(sum(p.count), 0) FROM hw.pages p
         WHERE p.tenant_id = c.tenant_id AND p.connection_id = c.connection_id AND p.kind = 'pull')
       + (SELECT coalesce(sum(r.kept), 0) FROM hw.repulls r
         WHERE r.tenant_id = c.tenant_id AND r.connection_id = c.connection_id))::int AS stored) kept
     CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE e.state = 'opened')::int AS opened,
         count(*) FILTER (WHERE e.state = 'sealed')::int AS sealed,
         count(*) FILTER (WHERE e.state = 'unreadable')::int AS unreadable
       FROM hw.envelopes e WHERE e.tenant_id = c.tenant_id AND e.connection_id = c.connection_id) state
     CROSS JOIN LATERAL (
       SELECT coalesce(sum(u.until - u.since + 1), 0)::text AS total,
         coalesce(jsonb_agg(jsonb_build_object('from', u.since::text, 'to', u.until::text) ORDER BY u.since DESC)
           FILTER (WHERE u.place <= $2), '[]') AS ranges
       FROM (SELECT lower(r) AS since, upper(r) - 1 AS until, row_number() OVER (ORDER BY lower(r) DESC) AS place
             FROM unnest(${UNSEEN}) AS r) u) gap
     WHERE c.tenant_id = $1 ORDER BY c.created_at, c.connection_id`,
    [tx.tenantId, MOST_RANGES],
  );
  return rows;
}

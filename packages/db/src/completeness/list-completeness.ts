import type { ConnectionId, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** What is stored of one connection, in numbers that its pages and envelopes give. */
export interface CompletenessRow {
  readonly connectionId: ConnectionId;
  readonly corpId: string;
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
  /** Decimal. */
  readonly unseenTotal: string;
  readonly pages: number;
  /** Empty before the first page. */
  readonly chainHead: string;
}

/** Ranges of unseen numbers shown at once, the newest ones; the total counts all. */
const MOST_RANGES = 200;

export async function listCompleteness(tx: TenantTx): Promise<readonly CompletenessRow[]> {
  const { rows } = await tx.query<CompletenessRow>(
    `SELECT c.connection_id AS "connectionId", c.corp_id AS "corpId", c.cursor_seq AS "lastSeq", c.last_answer_at AS "asOf",
       c.page_count::int AS pages, c.last_page_hash AS "chainHead",
       kept.stored, state.opened, state.sealed, state.unreadable,
       (SELECT count(*)::int FROM hw.messages m WHERE m.tenant_id = c.tenant_id AND m.connection_id = c.connection_id
          AND m.kind = 'unknown') AS unknown,
       gap.ranges AS unseen, gap.total AS "unseenTotal"
     FROM hw.connections c
     CROSS JOIN LATERAL (SELECT coalesce(sum(p.count), 0)::int AS stored FROM hw.pages p
       WHERE p.tenant_id = c.tenant_id AND p.connection_id = c.connection_id) kept
     CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE e.state = 'opened')::int AS opened,
         count(*) FILTER (WHERE e.state = 'sealed')::int AS sealed,
         count(*) FILTER (WHERE e.state = 'unreadable')::int AS unreadable
       FROM hw.envelopes e WHERE e.tenant_id = c.tenant_id AND e.connection_id = c.connection_id) state
     CROSS JOIN LATERAL (
       SELECT coalesce(sum(u.until - u.since + 1), 0)::text AS total,
         coalesce(jsonb_agg(jsonb_build_object('from', u.since::text, 'to', u.until::text) ORDER BY u.since DESC)
           FILTER (WHERE u.place <= $2), '[]') AS ranges
       FROM (SELECT (r.range ->> 0)::numeric AS since, (r.range ->> 1)::numeric AS until,
               row_number() OVER (ORDER BY (r.range ->> 0)::numeric DESC) AS place
             FROM hw.pages p CROSS JOIN LATERAL jsonb_array_elements(p.unseen) AS r (range)
             WHERE p.tenant_id = c.tenant_id AND p.connection_id = c.connection_id) u) gap
     WHERE c.tenant_id = $1 ORDER BY c.created_at, c.connection_id`,
    [tx.tenantId, MOST_RANGES],
  );
  return rows;
}

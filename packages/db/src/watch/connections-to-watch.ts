import type { ConnectionId, TenantId, UnixMs } from '@highwater/domain';
import type { PlatformTx } from '../transactions/as-platform.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

export interface WatchedConnection {
  readonly tenantId: TenantId;
  readonly connectionId: ConnectionId;
  readonly createdAt: UnixMs;
  readonly lastAnswerAt: UnixMs | null;
  readonly lastPullAt: UnixMs | null;
  readonly nextPullAt: UnixMs;
  /** When the last messages came. */
  readonly lastPageAt: UnixMs | null;
}

/** Connections that WeCom has not answered since `answeredBefore`, or that got no message since `pageBefore`, in id order after `after`. */
export async function listConnectionsToWatch(
  tx: PlatformTx,
  since: { readonly answeredBefore: UnixMs; readonly pageBefore: UnixMs },
  page: { readonly after: ConnectionId | null; readonly limit: number },
): Promise<readonly WatchedConnection[]> {
  const { rows } = await tx.query<WatchedConnection>(
    `SELECT c.tenant_id AS "tenantId", c.connection_id AS "connectionId", c.created_at AS "createdAt",
       c.last_answer_at AS "lastAnswerAt", c.last_pull_at AS "lastPullAt", c.next_pull_at AS "nextPullAt",
       last.received_at AS "lastPageAt"
     FROM hw.connections c LEFT JOIN LATERAL (SELECT p.received_at FROM hw.pages p
       WHERE p.tenant_id = c.tenant_id AND p.connection_id = c.connection_id ORDER BY p.page_no DESC LIMIT 1) last ON true
     WHERE ($3::uuid IS NULL OR c.connection_id > $3)
       AND (coalesce(c.last_answer_at, c.created_at) <= $1 OR coalesce(last.received_at, c.created_at) <= $2)
     ORDER BY c.connection_id LIMIT $4`,
    [new Date(since.answeredBefore), new Date(since.pageBefore), page.after, page.limit],
  );
  return rows;
}

/** Pages of more than four weeks at the usual interval; older ones are not looked at. */
const MOST_PAGES = 10_000;

export interface HourOfMessages {
  /** Hours since 1970-01-01T00:00:00Z. */
  readonly hour: number;
  readonly count: number;
}

/** How many envelopes a connection got in which hour since `since`; hours without any have no row. */
export async function countMessagesByHour(
  tx: TenantTx,
  connectionId: ConnectionId,
  since: UnixMs,
): Promise<readonly HourOfMessages[]> {
  const { rows } = await tx.query<HourOfMessages>(
    `SELECT floor(extract(epoch FROM p.received_at) / 3600)::int AS hour, sum(p.count)::int AS count
     FROM hw.connections c JOIN hw.pages p ON p.tenant_id = c.tenant_id AND p.connection_id = c.connection_id
       AND p.page_no > c.page_count - $4 AND p.kind = 'pull' AND p.received_at >= $3
     WHERE c.tenant_id = $1 AND c.connection_id = $2 GROUP BY 1 ORDER BY 1`,
    [tx.tenantId, connectionId, new Date(since), MOST_PAGES],
  );
  return rows;
}

import type { ConnectionId, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** A time without a good answer from WeCom. */
export interface SilenceRow {
  readonly connectionId: ConnectionId;
  readonly from: UnixMs;
  /** When WeCom answered again; null while it has not. */
  readonly until: UnixMs | null;
  /** Before the first answer, or between two. */
  readonly reason: 'start' | 'silence';
}

/** Newest ones that are listed. */
const MOST = 500;

/**
 * Times of more than a day without a good answer and the time before the first one, newest first; the silence of now is
 * among them once it is older than `silentSince`.
 */
export async function listSilences(tx: TenantTx, silentSince: UnixMs): Promise<readonly SilenceRow[]> {
  const { rows } = await tx.query<SilenceRow>(
    `SELECT connection_id AS "connectionId", from_at AS "from", until_at AS until, reason FROM hw.silences
     WHERE tenant_id = $1
     UNION ALL
     SELECT c.connection_id, coalesce(c.last_answer_at, c.created_at), NULL,
       CASE WHEN c.last_answer_at IS NULL THEN 'start' ELSE 'silence' END
     FROM hw.connections c WHERE c.tenant_id = $1 AND (c.last_answer_at IS NULL OR c.last_answer_at < $2)
     ORDER BY 2 DESC LIMIT $3`,
    [tx.tenantId, new Date(silentSince), MOST],
  );
  return rows;
}

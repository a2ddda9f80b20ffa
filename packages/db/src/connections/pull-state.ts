import type { ConnectionId, Seq, TenantId, UnixMs } from '@highwater/domain';
import type { PlatformTx } from '../transactions/as-platform.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** What a puller needs to know of a connection. */
export interface PullState {
  readonly corpId: string;
  /** The archive secret, sealed to the worker. */
  readonly secretSealed: Buffer;
  /** Highest seq safely stored, decimal. */
  readonly cursorSeq: string;
  /** Pages stored so far, decimal. */
  readonly pageCount: string;
  /** Head of the chain; empty before the first page. */
  readonly lastPageHash: string;
  readonly lastPullAt: UnixMs | null;
}

export async function findPullState(tx: TenantTx, connectionId: ConnectionId): Promise<PullState | undefined> {
  const { rows } = await tx.query<PullState>(
    `SELECT corp_id AS "corpId", secret_sealed AS "secretSealed", cursor_seq AS "cursorSeq", page_count AS "pageCount",
       last_page_hash AS "lastPageHash", last_pull_at AS "lastPullAt"
     FROM hw.connections WHERE tenant_id = $1 AND connection_id = $2`,
    [tx.tenantId, connectionId],
  );
  return rows[0];
}

/**
 * Raises the cursor from `after` to `last` by compare-and-set, in the transaction that inserted page `pageNo`.
 * False when another puller was faster: then this transaction must not commit.
 */
export async function moveCursor(
  tx: TenantTx,
  connectionId: ConnectionId,
  move: {
    readonly after: Seq;
    readonly last: Seq;
    readonly pageNo: number;
    readonly pageHash: string;
    readonly now: UnixMs;
  },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.connections SET cursor_seq = $4, page_count = $5, last_page_hash = $6, last_pull_at = $7, last_answer_at = $7
     WHERE tenant_id = $1 AND connection_id = $2 AND cursor_seq = $3 AND page_count = $5 - 1 AND $4 > cursor_seq`,
    [
      tx.tenantId,
      connectionId,
      move.after.toString(),
      move.last.toString(),
      move.pageNo,
      move.pageHash,
      new Date(move.now),
    ],
  );
  return rowCount === 1;
}

/** Notes the end of a pull: when it was, whether WeCom answered, when the next one is due. The cursor is untouched. */
export async function finishPull(
  tx: TenantTx,
  connectionId: ConnectionId,
  end: { readonly now: UnixMs; readonly answered: boolean; readonly nextPullAt: UnixMs },
): Promise<void> {
  await tx.query(
    `UPDATE hw.connections SET last_pull_at = $3, next_pull_at = $4,
       last_answer_at = CASE WHEN $5 THEN $3 ELSE last_answer_at END
     WHERE tenant_id = $1 AND connection_id = $2`,
    [tx.tenantId, connectionId, new Date(end.now), new Date(end.nextPullAt), end.answered],
  );
}

/**
 * Connections whose next pull is due, the longest waiting first. One that was pulled in the future is due too: the clock
 * went back, and waiting for it to come round again would cost messages.
 */
export async function listDueConnections(
  tx: PlatformTx,
  now: UnixMs,
  limit: number,
): Promise<readonly { readonly tenantId: TenantId; readonly connectionId: ConnectionId }[]> {
  const { rows } = await tx.query<{ tenantId: TenantId; connectionId: ConnectionId }>(
    `SELECT tenant_id AS "tenantId", connection_id AS "connectionId" FROM hw.connections
     WHERE next_pull_at <= $1 OR last_pull_at > $1 ORDER BY next_pull_at LIMIT $2`,
    [new Date(now), limit],
  );
  return rows;
}

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
  readonly pullMode: 'continuous' | 'daily';
  /** "HH:MM" in `zone`; of daily pulls only. */
  readonly dailyAt: string | null;
  /** Of the tenant. */
  readonly zone: string;
}

export async function findPullState(tx: TenantTx, connectionId: ConnectionId): Promise<PullState | undefined> {
  const { rows } = await tx.query<PullState>(
    `SELECT c.corp_id AS "corpId", c.secret_sealed AS "secretSealed", c.cursor_seq AS "cursorSeq",
       c.page_count AS "pageCount", c.last_page_hash AS "lastPageHash", c.last_pull_at AS "lastPullAt",
       c.pull_mode AS "pullMode", c.daily_at AS "dailyAt", t.zone
     FROM hw.connections c JOIN hw.tenants t ON t.tenant_id = c.tenant_id
     WHERE c.tenant_id = $1 AND c.connection_id = $2`,
    [tx.tenantId, connectionId],
  );
  return rows[0];
}

/** A time without a good answer that is longer is noted when it ends; the time before the first answer always is. */
const SILENCE_MS = 86_400_000;

/** Part of the statement that notes an answer: the silence that it ends becomes a row. Reads the row as it was before. */
function noteSilence(now: string, silentSince: string, answered = 'true'): string {
  return `WITH silence AS (
     INSERT INTO hw.silences (tenant_id, connection_id, from_at, until_at, reason)
     SELECT tenant_id, connection_id, coalesce(last_answer_at, created_at), ${now},
       CASE WHEN last_answer_at IS NULL THEN 'start' ELSE 'silence' END
     FROM hw.connections WHERE tenant_id = $1 AND connection_id = $2 AND ${answered}
       AND (last_answer_at IS NULL OR last_answer_at < ${silentSince})
     ON CONFLICT DO NOTHING)`;
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
    `${noteSilence('$7::timestamptz', '$8::timestamptz')}
     UPDATE hw.connections SET cursor_seq = $4, page_count = $5, last_page_hash = $6, last_pull_at = $7, last_answer_at = $7
     WHERE tenant_id = $1 AND connection_id = $2 AND cursor_seq = $3 AND page_count = $5 - 1 AND $4 > cursor_seq`,
    [
      tx.tenantId,
      connectionId,
      move.after.toString(),
      move.last.toString(),
      move.pageNo,
      move.pageHash,
      new Date(move.now),
      new Date(move.now - SILENCE_MS),
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
    `${noteSilence('$3::timestamptz', '$6::timestamptz', '$5')}
     UPDATE hw.connections SET last_pull_at = $3, next_pull_at = $4, pull_started_at = NULL,
       last_answer_at = CASE WHEN $5 THEN $3 ELSE last_answer_at END
     WHERE tenant_id = $1 AND connection_id = $2`,
    [
      tx.tenantId,
      connectionId,
      new Date(end.now),
      new Date(end.nextPullAt),
      end.answered,
      new Date(end.now - SILENCE_MS),
    ],
  );
}

/** A pull that has more to do stores its next page within this, unless its worker was killed. */
const AT_WORK_MS = 5_000;

/**
 * Connections whose next pull is due, the longest waiting first. One that was pulled in the future is due too: the clock
 * went back, and waiting for it to come round again would cost messages. One that stored a page a moment ago is at work.
 */
export async function listDueConnections(
  tx: PlatformTx,
  now: UnixMs,
  limit: number,
): Promise<readonly { readonly tenantId: TenantId; readonly connectionId: ConnectionId }[]> {
  const { rows } = await tx.query<{ tenantId: TenantId; connectionId: ConnectionId }>(
    `SELECT tenant_id AS "tenantId", connection_id AS "connectionId" FROM hw.connections
     WHERE (next_pull_at <= $1 OR last_pull_at > $1)
       AND NOT (pull_started_at IS NOT NULL AND last_pull_at > $3 AND last_pull_at <= $1) ORDER BY next_pull_at LIMIT $2`,
    [new Date(now), limit, new Date(now - AT_WORK_MS)],
  );
  return rows;
}

import type { ConnectionId, UnixMs } from '@highwater/domain';
import type { PlatformTx } from '../transactions/as-platform.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import type { LedgerPlace } from './ledger-days.ts';

/** How far the stored pages were compared with the ledger. */
export interface LedgerCheck {
  /** The run under way, or the last one, began at page 1 then. */
  readonly startedAt: UnixMs;
  /** Somebody waits for a run from page 1. */
  readonly askedAt: UnixMs | null;
  /** Every page up to here agrees. */
  readonly page: number;
  /** Chain hash of that page; empty before the first. */
  readonly head: string;
  readonly checkedAt: UnixMs;
  /** A run came to the end of the ledger, signatures included. */
  readonly finishedAt: UnixMs | null;
  /** The first page that does not agree. */
  readonly wrongPage: number | null;
}

const COLUMNS = `started_at AS "startedAt", asked_at AS "askedAt", page_no::int AS page, head, checked_at AS "checkedAt",
  finished_at AS "finishedAt", wrong_page::int AS "wrongPage"`;

export async function findLedgerCheck(tx: TenantTx, connectionId: ConnectionId): Promise<LedgerCheck | undefined> {
  const { rows } = await tx.query<LedgerCheck>(
    `SELECT ${COLUMNS} FROM hw.ledger_checks WHERE tenant_id = $1 AND connection_id = $2`,
    [tx.tenantId, connectionId],
  );
  return rows[0];
}

export async function listLedgerChecks(
  tx: TenantTx,
): Promise<readonly (LedgerCheck & { readonly connectionId: ConnectionId })[]> {
  const { rows } = await tx.query<LedgerCheck & { connectionId: ConnectionId }>(
    `SELECT connection_id AS "connectionId", ${COLUMNS} FROM hw.ledger_checks WHERE tenant_id = $1 ORDER BY connection_id`,
    [tx.tenantId],
  );
  return rows;
}

/** Wishes for a run from page 1; one that is wished for already stays. */
export async function askForLedgerCheck(tx: TenantTx, connectionId: ConnectionId, now: UnixMs): Promise<void> {
  await tx.query(
    `INSERT INTO hw.ledger_checks (tenant_id, connection_id, started_at, asked_at, page_no, head, checked_at)
     VALUES ($1, $2, $3, $3, 0, '', $3)
     ON CONFLICT (tenant_id, connection_id) DO UPDATE SET asked_at = $3`,
    [tx.tenantId, connectionId, new Date(now)],
  );
}

/** Begins a run from page 1; it serves everybody who asked for one before. */
export async function startLedgerCheck(tx: TenantTx, connectionId: ConnectionId, now: UnixMs): Promise<void> {
  await tx.query(
    `INSERT INTO hw.ledger_checks (tenant_id, connection_id, started_at, page_no, head, checked_at)
     VALUES ($1, $2, $3, 0, '', $3)
     ON CONFLICT (tenant_id, connection_id) DO UPDATE SET started_at = $3, asked_at = NULL, page_no = 0, head = '',
       checked_at = $3, finished_at = NULL, wrong_page = NULL`,
    [tx.tenantId, connectionId, new Date(now)],
  );
}

/** Notes how far a run came. False when the run is no longer at page `from`: somebody else goes on with it. */
export async function moveLedgerCheck(
  tx: TenantTx,
  connectionId: ConnectionId,
  move: {
    readonly startedAt: UnixMs;
    readonly from: number;
    readonly page: number;
    readonly head: string;
    readonly finishedAt: UnixMs | null;
    readonly wrongPage: number | null;
    readonly now: UnixMs;
  },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.ledger_checks SET page_no = $5, head = $6, checked_at = $7, finished_at = $8, wrong_page = $9
     WHERE tenant_id = $1 AND connection_id = $2 AND started_at = $3 AND page_no = $4`,
    [
      tx.tenantId,
      connectionId,
      new Date(move.startedAt),
      move.from,
      move.page,
      move.head,
      new Date(move.now),
      move.finishedAt === null ? null : new Date(move.finishedAt),
      move.wrongPage,
    ],
  );
  return rowCount === 1;
}

/**
 * Connections whose ledger is to be checked: asked for, begun before `restartBefore`, or grown and not looked at after
 * `checkedBefore`. One that was found wrong waits until somebody asks.
 */
export async function listLedgersToCheck(
  tx: PlatformTx,
  times: { readonly checkedBefore: UnixMs; readonly restartBefore: UnixMs },
  limit: number,
): Promise<readonly LedgerPlace[]> {
  const { rows } = await tx.query<LedgerPlace>(
    `SELECT c.tenant_id AS "tenantId", c.connection_id AS "connectionId" FROM hw.connections c
     LEFT JOIN hw.ledger_checks k ON k.tenant_id = c.tenant_id AND k.connection_id = c.connection_id
     WHERE c.page_count > 0 AND (k.page_no IS NULL OR k.asked_at IS NOT NULL OR k.started_at <= $2
       OR (k.wrong_page IS NULL AND k.page_no <> c.page_count AND k.checked_at <= $1))
     ORDER BY k.checked_at NULLS FIRST LIMIT $3`,
    [new Date(times.checkedBefore), new Date(times.restartBefore), limit],
  );
  return rows;
}

import type { ConnectionId, UnixMs } from '@highwater/domain';
import type { PlatformTx } from '../transactions/as-platform.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import type { LedgerPlace } from './ledger-days.ts';

export interface LedgerCheckpoint {
  /** Begin of the five minutes that it is of. */
  readonly slotAt: UnixMs;
  readonly pages: number;
  /** The signed row, exactly. */
  readonly line: string;
  readonly signedAt: UnixMs;
}

/** Keeps a checkpoint. False when there is one of these five minutes. */
export async function insertLedgerCheckpoint(
  tx: TenantTx,
  connectionId: ConnectionId,
  checkpoint: LedgerCheckpoint,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO hw.ledger_checkpoints (tenant_id, connection_id, slot_at, page_count, line, signed_at)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
    [
      tx.tenantId,
      connectionId,
      new Date(checkpoint.slotAt),
      checkpoint.pages,
      checkpoint.line,
      new Date(checkpoint.signedAt),
    ],
  );
  return rowCount === 1;
}

/** Checkpoints after `after`, oldest first. */
export async function listLedgerCheckpoints(
  tx: TenantTx,
  connectionId: ConnectionId,
  after: UnixMs | null,
  limit: number,
): Promise<readonly LedgerCheckpoint[]> {
  const { rows } = await tx.query<LedgerCheckpoint>(
    `SELECT slot_at AS "slotAt", page_count::int AS pages, line, signed_at AS "signedAt" FROM hw.ledger_checkpoints
     WHERE tenant_id = $1 AND connection_id = $2 AND ($3::timestamptz IS NULL OR slot_at > $3) ORDER BY slot_at LIMIT $4`,
    [tx.tenantId, connectionId, after === null ? null : new Date(after), limit],
  );
  return rows;
}

/** The newest checkpoint of each connection that has one; with `until` none that was signed later. */
export async function listNewestCheckpoints(
  tx: TenantTx,
  until: UnixMs | null = null,
): Promise<readonly (LedgerCheckpoint & { readonly connectionId: ConnectionId })[]> {
  const { rows } = await tx.query<LedgerCheckpoint & { connectionId: ConnectionId }>(
    `SELECT c.connection_id AS "connectionId", k.slot_at AS "slotAt", k.page_count::int AS pages, k.line,
       k.signed_at AS "signedAt"
     FROM hw.connections c CROSS JOIN LATERAL (SELECT * FROM hw.ledger_checkpoints k
       WHERE k.tenant_id = c.tenant_id AND k.connection_id = c.connection_id
         AND ($2::timestamptz IS NULL OR k.signed_at <= $2) ORDER BY k.slot_at DESC LIMIT 1) k
     WHERE c.tenant_id = $1 ORDER BY c.created_at, c.connection_id`,
    [tx.tenantId, until === null ? null : new Date(until)],
  );
  return rows;
}

/**
 * Connections without a checkpoint in the five minutes that begin at `slotAt` whose ledger grew since the newest one, or
 * whose newest one is not from the time after `quietSince`; one from the future (the clock went back) does not count.
 */
export async function listLedgersToCheckpoint(
  tx: PlatformTx,
  slotAt: UnixMs,
  quietSince: UnixMs,
  limit: number,
): Promise<readonly LedgerPlace[]> {
  const { rows } = await tx.query<LedgerPlace>(
    `SELECT c.tenant_id AS "tenantId", c.connection_id AS "connectionId" FROM hw.connections c
     LEFT JOIN LATERAL (SELECT k.slot_at, k.page_count FROM hw.ledger_checkpoints k
       WHERE k.tenant_id = c.tenant_id AND k.connection_id = c.connection_id AND k.slot_at <= $1
       ORDER BY k.slot_at DESC LIMIT 1) k ON true
     WHERE k.slot_at IS NULL OR (k.slot_at < $1 AND (k.page_count <> c.page_count OR k.slot_at <= $2))
     ORDER BY k.slot_at NULLS FIRST LIMIT $3`,
    [new Date(slotAt), new Date(quietSince), limit],
  );
  return rows;
}

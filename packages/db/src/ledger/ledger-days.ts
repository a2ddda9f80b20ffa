import type { ConnectionId, TenantId, UnixMs } from '@highwater/domain';
import type { PlatformTx } from '../transactions/as-platform.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

export interface LedgerDay {
  /** UTC, "YYYY-MM-DD". */
  readonly day: string;
  readonly fromPage: number;
  /** `fromPage` - 1 when no page was stored. */
  readonly toPage: number;
  readonly root: string;
  /** The signed row of the ledger file, exactly. */
  readonly line: string;
  readonly signedAt: UnixMs;
}

const COLUMNS = `day, from_page::int AS "fromPage", to_page::int AS "toPage", root, line, signed_at AS "signedAt"`;

/** Keeps a signed day. False when the day is signed already. */
export async function insertLedgerDay(tx: TenantTx, connectionId: ConnectionId, day: LedgerDay): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO hw.ledger_days (tenant_id, connection_id, day, from_page, to_page, root, line, signed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
    [tx.tenantId, connectionId, day.day, day.fromPage, day.toPage, day.root, day.line, new Date(day.signedAt)],
  );
  return rowCount === 1;
}

/** Signed days, newest first, before `before` when it is given. */
export async function listLedgerDays(
  tx: TenantTx,
  connectionId: ConnectionId,
  page: { readonly before: string | null; readonly limit: number },
): Promise<readonly LedgerDay[]> {
  const { rows } = await tx.query<LedgerDay>(
    `SELECT ${COLUMNS} FROM hw.ledger_days
     WHERE tenant_id = $1 AND connection_id = $2 AND ($3::date IS NULL OR day < $3) ORDER BY day DESC LIMIT $4`,
    [tx.tenantId, connectionId, page.before, page.limit],
  );
  return rows;
}

/** Signed days after `after`, oldest first: the file's order. */
export async function listLedgerDaysAfter(
  tx: TenantTx,
  connectionId: ConnectionId,
  after: string | null,
  limit: number,
): Promise<readonly LedgerDay[]> {
  const { rows } = await tx.query<LedgerDay>(
    `SELECT ${COLUMNS} FROM hw.ledger_days
     WHERE tenant_id = $1 AND connection_id = $2 AND ($3::date IS NULL OR day > $3) ORDER BY day LIMIT $4`,
    [tx.tenantId, connectionId, after, limit],
  );
  return rows;
}

export async function findLedgerDay(
  tx: TenantTx,
  connectionId: ConnectionId,
  day: string,
): Promise<LedgerDay | undefined> {
  const { rows } = await tx.query<LedgerDay>(
    `SELECT ${COLUMNS} FROM hw.ledger_days WHERE tenant_id = $1 AND connection_id = $2 AND day = $3`,
    [tx.tenantId, connectionId, day],
  );
  return rows[0];
}

export interface LedgerPlace {
  readonly tenantId: TenantId;
  readonly connectionId: ConnectionId;
}

/** Connections of which a day up to `through` is not signed yet. */
export async function listUnsignedLedgers(
  tx: PlatformTx,
  through: string,
  limit: number,
): Promise<readonly LedgerPlace[]> {
  const { rows } = await tx.query<LedgerPlace>(
    `SELECT c.tenant_id AS "tenantId", c.connection_id AS "connectionId" FROM hw.connections c
     WHERE c.created_at < $1::date + 1 AND NOT EXISTS (SELECT FROM hw.ledger_days d
       WHERE d.tenant_id = c.tenant_id AND d.connection_id = c.connection_id AND d.day >= $1::date)
     ORDER BY c.created_at LIMIT $2`,
    [through, limit],
  );
  return rows;
}

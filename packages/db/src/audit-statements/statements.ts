import type { MemberId, StatementLine, TenantId, UnixMs } from '@highwater/domain';
import type { PlatformTx } from '../transactions/as-platform.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

export interface StatementRow {
  /** "YYYY-MM" in `zone`. */
  readonly month: string;
  readonly zone: string;
  readonly fromAt: UnixMs;
  readonly untilAt: UnixMs;
  readonly madeAt: UnixMs;
  readonly lines: readonly StatementLine[];
}

/** Keeps a month's statement. False when there is one: it stays as it was counted. */
export async function insertStatement(tx: TenantTx, statement: StatementRow): Promise<boolean> {
  const { month, zone, fromAt, untilAt, madeAt, lines } = statement;
  const { rowCount } = await tx.query(
    `INSERT INTO hw.audit_statements (tenant_id, month, zone, from_at, until_at, made_at, lines)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
    [tx.tenantId, month, zone, new Date(fromAt), new Date(untilAt), new Date(madeAt), JSON.stringify(lines)],
  );
  return rowCount === 1;
}

const COLUMNS = `s.month, s.zone, s.from_at AS "fromAt", s.until_at AS "untilAt", s.made_at AS "madeAt"`;

export async function findStatement(tx: TenantTx, month: string): Promise<StatementRow | undefined> {
  const { rows } = await tx.query<StatementRow>(
    `SELECT ${COLUMNS}, s.lines FROM hw.audit_statements s WHERE s.tenant_id = $1 AND s.month = $2`,
    [tx.tenantId, month],
  );
  return rows[0];
}

/** Months that have a statement, the newest first. */
export async function listStatements(
  tx: TenantTx,
  page: { readonly before: string | null; readonly limit: number },
): Promise<readonly Omit<StatementRow, 'lines'>[]> {
  const { rows } = await tx.query<Omit<StatementRow, 'lines'>>(
    `SELECT ${COLUMNS} FROM hw.audit_statements s WHERE s.tenant_id = $1 AND ($2::text IS NULL OR s.month < $2)
     ORDER BY s.month DESC LIMIT $3`,
    [tx.tenantId, page.before, page.limit],
  );
  return rows;
}

/** Tenants whose last whole month, by their own clocks, has no statement; and that were there before it ended. */
export async function listStatementsDue(
  tx: PlatformTx,
  now: UnixMs,
  limit: number,
): Promise<readonly { readonly tenantId: TenantId; readonly zone: string }[]> {
  const { rows } = await tx.query<{ tenantId: TenantId; zone: string }>(
    `SELECT t.tenant_id AS "tenantId", t.zone FROM hw.tenants t
     CROSS JOIN LATERAL (SELECT date_trunc('month', $1::timestamptz AT TIME ZONE t.zone) AS began) m
     WHERE t.created_at AT TIME ZONE t.zone < m.began AND NOT EXISTS (
       SELECT FROM hw.audit_statements s
       WHERE s.tenant_id = t.tenant_id AND s.month >= to_char(m.began - interval '1 month', 'YYYY-MM'))
     ORDER BY t.tenant_id LIMIT $2`,
    [new Date(now), limit],
  );
  return rows;
}

/** Notes that a statement is to be mailed to a member. False when that was noted already. */
export async function insertStatementMail(tx: TenantTx, month: string, memberId: MemberId): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO hw.audit_statement_mails (tenant_id, month, member_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
    [tx.tenantId, month, memberId],
  );
  return rowCount === 1;
}

/** Whether a statement is to be mailed to a member and was not yet. */
export async function isStatementUnmailed(tx: TenantTx, month: string, memberId: MemberId): Promise<boolean> {
  const { rows } = await tx.query(
    `SELECT FROM hw.audit_statement_mails WHERE tenant_id = $1 AND month = $2 AND member_id = $3 AND mailed_at IS NULL`,
    [tx.tenantId, month, memberId],
  );
  return rows.length > 0;
}

export async function markStatementMailed(
  tx: TenantTx,
  month: string,
  memberId: MemberId,
  at: UnixMs,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.audit_statement_mails SET mailed_at = $4
     WHERE tenant_id = $1 AND month = $2 AND member_id = $3 AND mailed_at IS NULL`,
    [tx.tenantId, month, memberId, new Date(at)],
  );
  return rowCount === 1;
}

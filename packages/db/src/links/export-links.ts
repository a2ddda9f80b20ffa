import type { ExportId, LinkId, MemberId, TenantId, UnixMs } from '@highwater/domain';
import type { PlatformTx } from '../transactions/as-platform.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

export interface LinkRow {
  readonly linkId: LinkId;
  readonly exportId: ExportId;
  readonly memberId: MemberId;
  readonly runDay: string | null;
  readonly expiresAt: UnixMs;
  readonly revokedAt: UnixMs | null;
  readonly mailedAt: UnixMs | null;
}

const SELECT = `SELECT link_id AS "linkId", export_id AS "exportId", member_id AS "memberId", run_day AS "runDay",
  expires_at AS "expiresAt", revoked_at AS "revokedAt", mailed_at AS "mailedAt" FROM hw.export_links`;

/** Adds a link; the same id again changes nothing. */
export async function insertLink(
  tx: TenantTx,
  link: {
    linkId: LinkId;
    exportId: ExportId;
    memberId: MemberId;
    tokenHash: string;
    runDay: string | null;
    createdAt: UnixMs;
    expiresAt: UnixMs;
  },
): Promise<void> {
  await tx.query(
    `INSERT INTO hw.export_links (tenant_id, link_id, export_id, member_id, token_hash, run_day, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
    [
      tx.tenantId,
      link.linkId,
      link.exportId,
      link.memberId,
      link.tokenHash,
      link.runDay,
      new Date(link.createdAt),
      new Date(link.expiresAt),
    ],
  );
}

/** Whose link it is; only the token's hash is looked for, and nothing is used up. */
export async function findLinkByToken(
  tx: PlatformTx,
  tokenHash: string,
): Promise<{ tenantId: TenantId; linkId: LinkId } | undefined> {
  const { rows } = await tx.query<{ tenantId: TenantId; linkId: LinkId }>(
    'SELECT tenant_id AS "tenantId", link_id AS "linkId" FROM hw.export_links WHERE token_hash = $1',
    [tokenHash],
  );
  return rows[0];
}

export async function findLink(tx: TenantTx, linkId: LinkId): Promise<LinkRow | undefined> {
  const { rows } = await tx.query<LinkRow>(`${SELECT} WHERE tenant_id = $1 AND link_id = $2`, [tx.tenantId, linkId]);
  return rows[0];
}

export async function listLinksOfExport(tx: TenantTx, exportId: ExportId): Promise<readonly LinkRow[]> {
  const { rows } = await tx.query<LinkRow>(`${SELECT} WHERE tenant_id = $1 AND export_id = $2`, [
    tx.tenantId,
    exportId,
  ]);
  return rows;
}

export async function countDownload(tx: TenantTx, linkId: LinkId): Promise<void> {
  await tx.query('UPDATE hw.export_links SET downloads = downloads + 1 WHERE tenant_id = $1 AND link_id = $2', [
    tx.tenantId,
    linkId,
  ]);
}

export async function markLinkMailed(tx: TenantTx, linkId: LinkId, now: UnixMs): Promise<void> {
  await tx.query(
    'UPDATE hw.export_links SET mailed_at = $3 WHERE tenant_id = $1 AND link_id = $2 AND mailed_at IS NULL',
    [tx.tenantId, linkId, new Date(now)],
  );
}

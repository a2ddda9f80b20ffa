import type { ConnectionId, MediaId, TenantId, UnixMs } from '@highwater/domain';
import type { PlatformTx } from '../transactions/as-platform.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import type { MediaLane } from './lane.ts';

/** A connection's lane in which a file waits that is due and that nobody fetches. */
export interface DueLane {
  readonly tenantId: TenantId;
  readonly connectionId: ConnectionId;
  readonly lane: MediaLane;
}

export async function listDueLanes(tx: PlatformTx, now: UnixMs, limit: number): Promise<readonly DueLane[]> {
  const { rows } = await tx.query<DueLane>(
    `SELECT c.tenant_id AS "tenantId", c.connection_id AS "connectionId", l.lane
     FROM hw.connections c CROSS JOIN (VALUES ('small'), ('large')) AS l (lane)
     WHERE EXISTS (SELECT FROM hw.media m WHERE m.tenant_id = c.tenant_id AND m.connection_id = c.connection_id
       AND m.lane = l.lane AND m.state = 'wanted' AND m.next_try_at <= $1
       AND (m.claimed_until IS NULL OR m.claimed_until <= $1))
     LIMIT $2`,
    [new Date(now), limit],
  );
  return rows;
}

/** Tenants with files that wait for a person's cure and that WeCom has no more. */
export async function listTenantsPastCure(tx: PlatformTx, now: UnixMs, limit: number): Promise<readonly TenantId[]> {
  const { rows } = await tx.query<{ tenantId: TenantId }>(
    `SELECT DISTINCT tenant_id AS "tenantId" FROM hw.media
     WHERE state = 'wanted' AND is_blocked AND expires_at <= $1 LIMIT $2`,
    [new Date(now), limit],
  );
  return rows.map((row) => row.tenantId);
}

/** What waited for a person's cure until WeCom had it no more is absent for that reason. Returns how many files. */
export async function expireBlockedMedia(tx: TenantTx, now: UnixMs): Promise<number> {
  const { rowCount } = await tx.query(
    `UPDATE hw.media SET state = 'absent', fault = 'media.expired', is_blocked = false, next_try_at = NULL, claimed_until = NULL
     WHERE tenant_id = $1 AND state = 'wanted' AND is_blocked AND expires_at <= $2
       AND (claimed_until IS NULL OR claimed_until <= $2)`,
    [tx.tenantId, new Date(now)],
  );
  return rowCount;
}

/** The lanes in which these files are. */
export async function listLanes(
  tx: TenantTx,
  mediaIds: readonly MediaId[],
): Promise<readonly Omit<DueLane, 'tenantId'>[]> {
  const { rows } = await tx.query<Omit<DueLane, 'tenantId'>>(
    `SELECT DISTINCT connection_id AS "connectionId", lane FROM hw.media
     WHERE tenant_id = $1 AND media_id = ANY($2::uuid[])`,
    [tx.tenantId, mediaIds],
  );
  return rows;
}
